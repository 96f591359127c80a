"""The three sizes of the example congress: a party cell, a ward, a province."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType


@dataclass(frozen=True, slots=True, kw_only=True)
class ExampleSize:
    """Where the sample lies, and how far the congress is.

    `declared` is the election whose result is known, `counting` the one in the middle of counting;
    `ballots` are their files, `held` begins the item of the programme that is held now. `groups` is
    into how many groups people are parted, 0 where they are not.
    """

    key: str
    workbook: str
    name: str
    people: int
    declared: str
    counting: str
    held: str
    groups: int
    ballots: Mapping[str, str]

    @property
    def file_name(self) -> str:
        """Return what the file of this size is called where nobody named one."""
        return f"dai-hoi-mau{'' if self.key == DEFAULT else f'-{self.key}'}.congress"


DEFAULT = "phuong"
SIZES: Mapping[str, ExampleSize] = MappingProxyType(
    {
        size.key: size
        for size in (
            ExampleSize(
                key="chi-bo",
                workbook="dai-hoi-chi-bo.xlsx",
                name="Đại hội Chi bộ Khu phố 4 phường An Bình, nhiệm kỳ 2025 - 2030",
                people=21,
                declared="CU",
                counting="BT",
                held="Bầu Bí thư chi bộ",
                groups=0,
                ballots={"CU": "phieu-chi-bo-CU.csv", "BT": "phieu-chi-bo-BT.csv"},
            ),
            ExampleSize(
                key=DEFAULT,
                workbook="dai-hoi-phuong.xlsx",
                name="Đại hội đại biểu Đảng bộ phường An Bình lần thứ XII, nhiệm kỳ 2025 - 2030",
                people=120,
                declared="BCH",
                counting="DB",
                held="Bầu đoàn đại biểu",
                groups=5,
                ballots={"BCH": "phieu-BCH.csv", "DB": "phieu-DB.csv"},
            ),
            ExampleSize(
                key="tinh",
                workbook="dai-hoi-tinh.xlsx",
                name="Đại hội đại biểu Đảng bộ tỉnh Tân Giang lần thứ XIII, nhiệm kỳ 2025 - 2030",
                people=348,
                declared="BCH",
                counting="DB",
                held="Bầu đoàn đại biểu",
                groups=12,
                ballots={"BCH": "phieu-tinh-BCH.csv", "DB": "phieu-tinh-DB.csv"},
            ),
        )
    }
)
