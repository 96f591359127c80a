"""What a header of a list of people means under another one: "Ngày" under "Sinh" is the birth."""

from __future__ import annotations

import re
from typing import Final

from congress_desk.domain.people.register_layout import BORN_FEMALE, BORN_MALE

# Under one header above, a header below may mean another thing than alone: pattern above, then
# pattern below, then the key.
UNDER: Final = (
    (r"sinh|gioitinh|phai", r"nam|trai", BORN_MALE),
    (r"sinh|gioitinh|phai", r"nu|gai", BORN_FEMALE),
    (r"sinh", r"ngay|thang|nam|ngaythangnam|ngaythang|ng|th|thg|n|d|t", "born"),
    (r"vaodang|dang|ketnap", r"(ngay)?(c?chinhthuc|cthuc|ct)", "official_on"),
    (r"vaodang|dang|ketnap", r"(ngay)?(dubi|db|ketnap|ngayvao|vaodang)", "joined"),
    (r"chinhthuc", r"ngay|thang|ngaythang", "official_on"),
    (r"vaodang|vaodoan|vaohoi|ketnap", r"ngay|thang|ngaythang|ng|th|thg", "joined"),
    (r"trinhdo", r"(hocvan|vanhoa|vh|phothong|gdpt)", "schooling"),
    (r"trinhdo", r"(chuyenmon|cm|cmnv|nghiepvu|chuyenmonnghiepvu|hocvi)", "degree"),
    (r"trinhdo", r"(lyluanchinhtri|llct|lyluan|chinhtri|ct|llchinhtri)", "theory"),
    (r"trinhdo", r"(ngoaingu|nn|tienganh)", "language"),
    (r"hovaten|hoten", r"ho|ho(va)?(chu|ten)?dem|holot|hovatendem", "surname"),
    (r"hovaten|hoten", r"tendem|dem|chudem|chulot|tenlot", "middle_name"),
    (r"hovaten|hoten", r"ten", "given_name"),
    # A name stands under one of the two, whole: who reads it takes the gender of its title.
    (r"hovaten|hoten", r"nam|trai", "surname"),
    (r"hovaten|hoten", r"nu|gai", "given_name"),
    (
        r"^chuc(vu|danh)",
        r"(chucvu)?(trong)?(dang|chinhquyen|doanthe|hoi|doan|congdoan|congtac|chuyenmon|hiennay|khac).*",
        "position",
    ),
    (
        r"quequan|nguyenquan",
        r"(xa|phuong|huyen|quan|thanhpho|tinh|thixa|xaphuong|tinhthanhpho|huyenquan)+",
        "hometown",
    ),
    (r"daibieu|thanhphan|dien|loai|tucach", r"chinhthuc|duocbau|bau", "kind_official"),
    (r"daibieu|thanhphan|dien|loai|tucach", r"duongnhien", "kind_ex_officio"),
    (r"daibieu|thanhphan|dien|loai|tucach", r"chidinh", "kind_appointed"),
    (r"daibieu|thanhphan|dien|loai|tucach", r"dukhuyet", "kind_alternate"),
)
UNDER_PATTERNS: Final = tuple(
    (re.compile(above), re.compile(f"(?:{below})$"), key) for above, below, key in UNDER
)
