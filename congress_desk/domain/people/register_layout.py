"""The columns of a list of people: what each fills in the register, and what offices head them."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any, Final

from congress_desk.domain.people.guest_columns import GUESTS
from congress_desk.domain.people.list_column import ListColumn
from congress_desk.domain.people.person import PersonKind
from congress_desk.domain.text.limits import LONG_TEXT_LIMIT, NAME_LIMIT

CODE_LIMIT: Final = 40
SEAT_LIMIT: Final = 40
NUMBER: Final = "number"
NAME: Final = "name"
GROUP: Final = "group"
BORN_MALE: Final = "born_male"
BORN_FEMALE: Final = "born_female"


REGISTER: Final = (
    ListColumn(
        key=NUMBER,
        label="STT",
        titles=(
            "TT", "Số TT", "Số thứ tự", "No.", "Stt.", "STT No.", "TT No.", "Thứ tự", "#", "Số",
        ),
    ),
    ListColumn(
        key="code",
        label="Mã",
        titles=(
            "Mã đại biểu", "Mã ĐB", "MSSV", "MSV", "Mã sinh viên", "Mã SV", "Mã học sinh",
            "Mã số", "Mã số đại biểu", "Số hiệu đại biểu", "Số hiệu", "Mã số ĐB",
            "Số thẻ đại biểu", "Mã hội viên", "Mã cổ đông", "Mã CĐ", "Mã đoàn viên", "Code",
            "Số thẻ", "Số thẻ ĐB", "Thẻ đại biểu", "Thẻ ĐB", "Mã thẻ", "Mã số thẻ",
            "Số báo danh", "SBD", "Mã nhân viên", "Mã NV", "Mã cán bộ",
            "Mã CB", "Mã HV", "Mã ĐV", "Mã CBCCVC", "Employee code", "Employee ID", "Staff ID",
            "ID", "Badge",
        ),
        limit=CODE_LIMIT,
    ),
    ListColumn(
        key=NAME,
        label="Họ và tên",
        titles=(
            "Họ tên", "Họ và tên khai sinh", "Full name", "Name", "Đồng chí", "Đại biểu",
            "Họ & tên", "HVT", "Danh xưng", "Ông, bà", "Quý đại biểu", "Quý vị",
            "Đại biểu tham dự", "Tên đầy đủ", "Danh sách đại biểu", "Danh sách đảng viên",
            "Danh sách đoàn viên", "Danh sách hội viên", "Cán bộ, công chức",
            "Cán bộ, đảng viên", "Cán bộ, công chức, viên chức", "CBCCVC", "Người được cử",
            "Người được giới thiệu", "Giáo viên", "Nhà đầu tư", "Tên người", "Tên thành viên",
            "Hội viên", "Đoàn viên", "Đảng viên", "Thành viên", "Cổ đông", "Người tham dự",
            "Ứng cử viên", "Nhân sự", "Pháp danh", "Pháp danh, thế danh",
        ),
        parts=r"^ho(va)?(chudem|tendem|dem)?(va)?ten|hovaten|^hoten|^hochudemten"
              r"|^ten(daibieu|dangvien|hoivien|doanvien|canbo|thanhvien|dongchi|nguoi|ungcu|nhansu|codong|khach)",
        limit=NAME_LIMIT,
    ),
    ListColumn(
        key="surname",
        label="Họ và chữ đệm",
        titles=(
            "Họ đệm", "Họ", "Họ và đệm", "Họ và tên đệm", "Họ, chữ đệm", "Họ lót", "Họ, đệm",
            "Họ và tên lót", "Họ tên đệm", "Họ và chữ lót", "Họ và", "Họ và chữ", "Last name",
            "Surname", "Family name",
        ),
        limit=NAME_LIMIT,
    ),
    ListColumn(
        key="middle_name",
        label="Chữ đệm",
        titles=("Tên đệm", "Đệm", "Chữ lót", "Tên lót", "Lót", "Middle name"),
        limit=NAME_LIMIT,
    ),
    ListColumn(
        key="given_name",
        label="Tên",
        titles=("Tên gọi", "Và tên", "First name", "Given name"),
        limit=NAME_LIMIT,
    ),
    ListColumn(
        key="born",
        label="Ngày sinh",
        titles=(
            "Năm sinh", "Tháng sinh", "Sinh ngày", "Sinh năm", "Born", "Ngày tháng năm sinh",
            "NTNS", "NS", "Sinh", "Date of birth", "DOB", "N.sinh", "N/sinh", "Nsinh",
            "NT sinh", "Ng.sinh", "Ng.th.năm sinh", "Sinh nhật", "Birthday", "Birth date",
        ),
        parts=r"(ngay|thang|nam)(thang|nam)*sinh|^sinh(ngay|nam|thang)",
    ),
    ListColumn(
        key=BORN_MALE,
        label="Ngày sinh (nam)",
        titles=("Nam", "Năm sinh nam", "Ngày sinh nam", "Giới tính nam", "Đại biểu nam", "ĐB nam",
        "Là nam"),
        parts=r"^(ngay|thang|nam)(thang|nam)*sinh(la)?nam$|^nam(sinhnam|namsinh|sinhngay|ngaysinh)$",
    ),
    ListColumn(
        key=BORN_FEMALE,
        label="Ngày sinh (nữ)",
        titles=(
            "Nữ", "Năm sinh nữ", "Ngày sinh nữ", "Giới tính nữ", "Phái nữ", "Là nữ",
            "Đại biểu nữ", "ĐB nữ", "Nữ (x)", "Đảng viên nữ", "Hội viên nữ", "Đoàn viên nữ",
            "Cán bộ nữ", "Giới tính (nữ đánh x)", "Giới tính (nữ đánh dấu x)",
            "Giới tính (nữ ghi x)", "Giới tính (nữ x)", "Giới tính (x là nữ)",
        ),
        parts=r"^(ngay|thang|nam)(thang|nam)*sinh(la)?nu$|^nu(sinhnam|namsinh|sinhngay|ngaysinh)$",
    ),
    ListColumn(
        key="gender", label="Giới tính", titles=("Giới", "Nam/Nữ", "Gender", "Phái", "Nam, nữ",
        "GT", "G.tính", "Sex", "Nam hay nữ", "Nam - Nữ"),
        parts=r"^gioitinh|nam(hay|hoac)nu",
    ),
    ListColumn(key="hometown", label="Quê quán", titles=("Quê", "Q.quán", "Hometown"),
    parts=r"quequan|nguyenquan"),
    ListColumn(key="ethnic", label="Dân tộc", titles=(
            "Tên dân tộc", "Thành phần dân tộc", "DT", "D.tộc", "Ethnic group",
        ),
    parts=r"^dantoc|^tendantoc"),
    ListColumn(key="religion", label="Tôn giáo", titles=("TG", "T.giáo", "Tên tôn giáo",
    "Religion"),
    parts=r"^tongiao"),
    ListColumn(
        key="delegation",
        label="Đoàn",
        titles=(
            "Đoàn đại biểu", "Đoàn ĐB",
            "Thuộc đoàn", "Tên đoàn", "Đoàn, đơn vị", "Đơn vị", "ĐV", "Đ.vị",
            "Đại diện đơn vị", "Đơn vị cử", "Nơi làm việc", "Câu lạc bộ", "CLB",
            "CLB, đội, nhóm", "Đội, nhóm", "Chi bộ", "Đảng bộ", "Chi bộ, đảng bộ", "Tên đơn vị",
            "Tổ chức đảng", "Đơn vị bầu", "Chi hội", "Chi đoàn", "Công đoàn cơ sở", "CĐCS",
            "Công đoàn", "Công đoàn bộ phận", "Nghiệp đoàn", "Tổ công đoàn", "Tổ CĐ", "Đoàn cơ sở",
            "Phân đoàn", "Phân hội", "Liên chi đoàn", "Liên chi hội", "Hội cơ sở", "Cơ sở hội",
            "Cơ sở đoàn", "Tổ chức hội", "Tổ chức đoàn", "Hội thành viên", "Tổ hội", "Hội",
            "Hội CCB", "Hội LHPN", "Hội Nông dân", "Đảng bộ, chi bộ cơ sở", "Đảng bộ/chi bộ",
            "Chi bộ/đảng bộ", "Chi, đảng bộ", "Đơn vị đề cử", "Đơn vị giới thiệu", "Cơ sở",
            "Khu phố", "KP", "Tổ dân phố", "TDP", "Tổ", "Tổ đảng", "Ấp", "Thôn", "Bản", "Buôn",
            "Làng", "Khóm", "Xóm", "Khu dân cư", "Khu vực", "Ấp, khu phố", "Thôn, bản",
            "Xã, phường", "Xã/phường", "Phường/xã", "Phường, xã", "Xã", "Phường",
            "Xã, phường, thị trấn", "Xã/phường/thị trấn", "Phường, xã, thị trấn",
            "Xã, phường, đặc khu", "Huyện", "Quận, huyện", "Huyện, thị xã, thành phố",
            "Tỉnh, thành phố", "Tỉnh/thành phố", "Địa phương", "Địa bàn", "Khối", "Lớp", "Khoa",
            "Phòng, ban", "Phòng ban", "Phòng", "Bộ phận", "Trường", "Đơn vị công tác",
            "Nơi công tác", "Cơ quan", "Cơ quan, đơn vị", "Cơ quan công tác", "Công ty",
            "Doanh nghiệp", "Tên doanh nghiệp", "Doanh nghiệp hội viên", "Tổ chức hội viên",
            "C.hội", "C.bộ", "C.đoàn", "Tên cơ sở", "Tên chi hội", "Tên chi bộ", "Tên chi đoàn",
            "Thuộc chi bộ", "Nơi sinh hoạt", "Tổ chuyên môn", "Tổ bộ môn", "Tổ công tác",
            "Tổ sản xuất", "Delegation", "Unit", "Branch", "Department", "Organisation",
            "Organization", "Division", "Organization name", "Company", "Đoàn TNCS",
            "Cơ quan, tổ chức", "Cơ quan, đơn vị, tổ chức", "Đội", "Xưởng", "Phân xưởng",
        ),
        parts=r"^(?!.*(mien|chuyen|vang|nghi|buoi)).*sinhhoat|^dvicongtac|(thuoc|tai)(chibo|dangbo|donvi|chihoi|chidoan|congdoan)"
              r"|^(donvi|chibo|chihoi|chidoan)(?!.*chuc(vu|danh))"
              r"|^(congdoancoso|dangbochibo|xaphuong|phuongxa|coquandonvi|cdcs|coso(hoi|doan))"
              r"|(donvi|tochuc|coquan|cdcs|chibo|chihoi)(dang|hoi|doan)?tructhuoc$|^(tochuccoso|tccs)(dang|doan|hoi|d)",
    ),
    ListColumn(
        key="delegation_role",
        label="Vai trò trong đoàn",
        titles=("Trưởng đoàn", "Chức danh trong đoàn", "Nhiệm vụ trong đoàn"),
    ),
    ListColumn(
        key="position",
        label="Chức vụ",
        titles=(
            "Position", "Chức danh", "C/vụ", "Ch.vụ", "Nghề nghiệp", "Nghề", "CV", "Công việc",
            "Nhiệm vụ hiện nay", "Chức vụ hiện nay", "Chức vụ hiện tại", "Title", "Job title",
            "Occupation", "Organization title",
        ),
        parts=r"^chuc(vu|danh)(?!(trong)?(to|nhom)(thaoluan)?$)|nghenghiep|congviechiennay|^capbac.*chucvu$"
              r"|^(donvi|coquan|noi)(congtac|lamviec)?(va)?chuc(vu|danh)",
    ),
    ListColumn(
        key="joined",
        label="Ngày vào Đảng",
        titles=(
            "Vào Đảng", "Năm vào Đảng", "Ngày kết nạp", "Ngày vào Đảng dự bị",
            "Ngày kết nạp Đảng", "Ngày vào Hội", "Năm vào Hội", "Ngày vào Đoàn", "Năm vào Đoàn",
            "Ngày vào công đoàn", "Năm vào công đoàn", "Vào Hội", "Vào Đoàn",
            "Ngày kết nạp Hội", "Ngày kết nạp Đoàn", "Ngày gia nhập", "Joined",
            "Joined on", "Date joined", "Date of admission",
        ),
        parts=r"vaodang|vaodcs|gianhap(dang|hoi|doan|congdoan|tochuc)|ketnap|^(ngay|nam|thang|thoigian)*vao(hoi|doan|congdoan|tochuc)",
    ),
    ListColumn(
        key="official_on",
        label="Ngày chính thức",
        titles=("Ngày vào Đảng chính thức", "Ngày công nhận chính thức", "Vào Đảng chính thức"),
        parts=r"(ngay|vaodang|congnhan|chuyen).*chinhthuc",
    ),
    ListColumn(
        key="schooling",
        label="Trình độ văn hóa",
        titles=("Văn hóa", "TĐVH", "Trình độ VH", "Học vấn", "Trình độ học vấn", "GDPT", "VH"),
        parts=r"vanhoa|phothong|gdpt",
    ),
    ListColumn(
        key="degree",
        label="Trình độ chuyên môn",
        titles=(
            "Chuyên môn", "CM", "CMNV", "Chuyên môn, nghiệp vụ", "Trình độ CM", "Bằng cấp",
            "Trình độ CMNV", "Trình độ", "Trình độ đào tạo", "TĐCM", "CM, NV",
            "Bằng cấp chuyên môn",
        ),
        parts=r"chuyenmon|nghiepvu",
    ),
    ListColumn(
        key="theory",
        label="Lý luận chính trị",
        titles=("LLCT", "Trình độ LLCT", "Lý luận", "Chính trị", "CT", "TĐLLCT",
                "Trình độ chính trị", "LL chính trị", "LLCT-HC"),
        parts=r"l[yi]luan|llct",
    ),
    ListColumn(
        key="language",
        label="Ngoại ngữ",
        titles=("NN", "Tiếng Anh", "Trình độ ngoại ngữ"),
        parts=r"ngoaingu",
    ),
    ListColumn(
        key="titles",
        label="Danh hiệu, học hàm",
        titles=("Danh hiệu", "Học hàm", "Học hàm, học vị", "Học vị", "Khen thưởng"),
        parts=r"danhhieu|hocham",
    ),
    ListColumn(
        key="incumbent",
        label="Tái cử / lần đầu",
        titles=("Tái cử", "Tái cử, lần đầu", "Tái cử hay lần đầu"),
        parts=r"taicu.*landau",
    ),
    ListColumn(key="first_time", label="Lần đầu", titles=("Tham gia lần đầu", "Lần đầu tham gia",
    "Mới", "Tham gia mới", "Nhân sự mới",
    "Lần đầu tham gia cấp ủy", "Mới tham gia")),
    ListColumn(
        key="committee",
        label="Cấp ủy viên triệu tập",
        titles=(
            "Cấp ủy viên", "Cấp ủy triệu tập", "Cấp ủy", "Ủy viên cấp ủy triệu tập",
            "Ủy viên ban chấp hành triệu tập", "Thành viên hội đồng quản trị triệu tập",
        ),
    ),
    ListColumn(
        key="kind",
        label="Loại",
        titles=(
            "Loại đại biểu", "Diện", "Tư cách", "Tư cách đại biểu", "Diện đại biểu", "Loại ĐB",
            "Tư cách ĐB", "Diện ĐB", "Cơ cấu đại biểu", "Cơ cấu ĐB", "Thành phần", "Hình thức",
            "Thành phần đại biểu", "Thành phần tham dự", "Diện triệu tập",
            "Hình thức triệu tập", "Thành phần triệu tập", "Cơ cấu", "Đối tượng",
        ),
    ),
    ListColumn(
        key="kind_ex_officio",
        label="Đương nhiên",
        titles=("Đại biểu đương nhiên", "ĐB đương nhiên", "ĐBĐN", "ĐN"),
    ),
    ListColumn(
        key="kind_official",
        label="Được bầu",
        titles=(
            "Đại biểu được bầu", "Bầu", "ĐB được bầu", "Đại biểu chính thức", "ĐB chính thức",
            "Đại biểu bầu", "ĐB bầu", "Chính thức", "ĐBCT", "Đảng viên chính thức",
            "ĐV chính thức", "ĐVCT",
        ),
    ),
    ListColumn(key="kind_appointed", label="Chỉ định", titles=("Đại biểu chỉ định", "ĐB chỉ định",
    "ĐBCĐ")),
    ListColumn(
        key="kind_alternate", label="Dự khuyết", titles=("Đại biểu dự khuyết", "ĐB dự khuyết",
        "ĐBDK", "DK")
    ),
    ListColumn(
        key="kind_probationary",
        label="Đảng viên dự bị",
        titles=("ĐV dự bị", "Đảng viên DB", "ĐVDB"),
    ),
    ListColumn(
        key="kind_guest", label="Khách mời", titles=("Đại biểu khách mời", "ĐB khách mời", "Khách")
    ),
    ListColumn(
        key="status",
        label="Điểm danh",
        titles=("Có mặt", "Tình trạng", "Trạng thái", "Tình trạng điểm danh", "Status"),
    ),
    ListColumn(
        key="seat",
        label="Ghế",
        titles=("Số ghế", "Chỗ ngồi", "Vị trí ngồi", "Ghế số", "Vị trí", "Seat"),
        limit=SEAT_LIMIT,
    ),
    ListColumn(
        key=GROUP, label="Tổ thảo luận", titles=("Tổ thảo luận số", "Tổ TL", "Nhóm thảo luận",
        "Tổ đại biểu")
    ),
    *GUESTS,
    ListColumn(
        key="note",
        label="Ghi chú",
        titles=(
            "Ghi chú khác", "Gh.chú", "G.chú", "Note", "Notes", "Remarks", "Remark", "Comments",
        ),
        parts=r"^ghichu",
        limit=LONG_TEXT_LIMIT,
    ),
)  # fmt: skip

NAMES: Final = (NAME, "surname", "middle_name", "given_name")
# Below a header of one of these a column may be one of its answers, ticked where it holds.
ANSWERED: Final = frozenset(
    {"ethnic", "religion", "schooling", "degree", "theory", "language", "titles", "delegation"}
    | {"position"}
)

COLUMNS: Final[Mapping[str, ListColumn]] = MappingProxyType({c.key: c for c in REGISTER})

# A mark (x) under one of these headers gives the field this value.
MARKS: Final[Mapping[str, tuple[str, Any]]] = MappingProxyType(
    {
        BORN_MALE: ("gender", "nam"),
        BORN_FEMALE: ("gender", "nữ"),
        "kind_ex_officio": ("kind", PersonKind.EX_OFFICIO),
        "kind_official": ("kind", PersonKind.OFFICIAL),
        "kind_appointed": ("kind", PersonKind.APPOINTED),
        "kind_alternate": ("kind", PersonKind.ALTERNATE),
        "kind_probationary": ("kind", PersonKind.PROBATIONARY),
        "kind_guest": ("kind", PersonKind.GUEST),
        "first_time": ("incumbent", "first"),
    }
)
