"""A register of shares as its reader sees it: who holds how many, and who votes for them."""

from __future__ import annotations

from typing import Final

from congress_desk.domain.setup.layout import PEOPLE, Column, SheetLayout
from congress_desk.domain.text.limits import NAME_LIMIT

# Of a company: read from a workbook that has it; the template leaves it out.
SHARES: Final = SheetLayout(
    name="Cổ phần",
    synonyms=("Sổ cổ phần", "Sổ cổ đông", "Sổ đăng ký cổ đông", "Shares"),
    columns=(
        PEOPLE.column("number"),
        Column(
            key="code",
            label="Mã",
            synonyms=("Mã cổ đông", "Mã số", "Mã CĐ", "MCĐ", "Mã số cổ đông", "Code"),
        ),
        Column(
            key="name",
            label="Họ và tên",
            synonyms=(
                *PEOPLE.column("name").synonyms,
                "Cổ đông",
                "Tên cá nhân/tổ chức",
                "Họ và tên/Tên tổ chức",
                "Tên nhà đầu tư",
                "Nhà đầu tư",
                "Tên cổ đông",
                "Họ và tên cổ đông",
                "Họ tên cổ đông",
                "Shareholder",
            ),
            limit=NAME_LIMIT,
        ),
        Column(
            key="shares",
            label="Số cổ phần",
            synonyms=(
                "Cổ phần",
                "Số CP",
                "Số lượng cổ phần",
                "Số cổ phần sở hữu",
                "Số cổ phần có quyền biểu quyết",
                "Số cổ phiếu",
                "Sở hữu",
                "Số CP sở hữu",
                "Số lượng CP",
                "SLCP",
                "Số lượng cổ phần sở hữu",
                "Số lượng CK sở hữu",
                "Số lượng CK nắm giữ",
                "Cổ phần sở hữu",
                "Số lượng chứng khoán sở hữu",
                "Số cổ phần nắm giữ",
                "Số lượng CP nắm giữ",
                "Số CP nắm giữ",
                "Số lượng cổ phần nắm giữ",
                "Số lượng cổ phiếu",
                "Shares",
                "Number of shares",
            ),
            required=True,
        ),
        # Beside the shares held: only these vote.
        Column(
            key="votes",
            label="Số phiếu biểu quyết",
            synonyms=(
                "Số cổ phần có quyền biểu quyết",
                "Số cổ phần biểu quyết",
                "Số CP có quyền biểu quyết",
                "Số CP biểu quyết",
                "Số quyền biểu quyết",
            ),
        ),
        Column(
            key="proxy",
            label="Người được ủy quyền",
            synonyms=(
                "Ủy quyền",
                "Ủy quyền cho",
                "Được ủy quyền",
                "Người nhận ủy quyền",
                "Người đại diện",
                "Proxy",
            ),
            limit=NAME_LIMIT,
        ),
        Column(
            key="document",
            label="Giấy ủy quyền",
            synonyms=("Văn bản ủy quyền", "Số giấy ủy quyền", "Giấy tờ ủy quyền"),
            limit=NAME_LIMIT,
        ),
        PEOPLE.column("note"),
    ),
)
