"""Lists of an eighth gathering: those of new ones that came in wrong, or with a needless note."""

from __future__ import annotations

from .fifth_office_lists import list_of
from .office_lists import OfficeList

# fmt: off
EIGHTH: dict[str, OfficeList] = {
    "chức vụ trong ngoặc sau chức sắc": list_of("""
        STT|Họ và tên|Đơn vị
        1|Bà Tòng Thị Lả, Chủ tịch Hội LHPN|Hội LHPN xã
        2|Thượng tọa Thích Thiện Nhơn (Ủy viên MTTQ)|MTTQ xã
        """, """
        name|position|delegation
        Tòng Thị Lả|Chủ tịch Hội LHPN|Hội LHPN xã
        Thượng tọa Thích Thiện Nhơn|Ủy viên MTTQ|MTTQ xã
        """),
    "hỏi là nam hay nữ": list_of("""
        Họ tên của anh/chị|Anh/chị là nam hay nữ?|Đơn vị
        Ma Thị Dợ|Nữ|Trường MN Hoa Ban
        Cù Huy Hà|Nam|UBND xã
        """, """
        name|gender|delegation
        Ma Thị Dợ|nữ|Trường MN Hoa Ban
        Cù Huy Hà|nam|UBND xã
        """),
    "cộng của từng ấp, gộp ô": list_of("""
        TT|Họ và tên|NS|Nữ|Tôn giáo|Ghi chú
        CHI HỘI ẤP 1|||||
        1|Thạch Sa Rây|1970||Phật giáo|
        2|Kim Thị Sà Phone|1977|x|Phật giáo|
        Cộng Chi hội Nông dân ấp Phú Lợi 1: 02 người (nữ 01)|||||
        CHI HỘI ẤP 2|||||
        1|Sơn Thị Kim Hoa|1980|x||
        Cộng ấp 2: 01 người (nữ 01)|||||
        """, """
        name|delegation|gender
        Thạch Sa Rây|CHI HỘI ẤP 1|nam
        Kim Thị Sà Phone|CHI HỘI ẤP 1|nữ
        Sơn Thị Kim Hoa|CHI HỘI ẤP 2|nữ
        """, merges="A2:F2 A5:F5 A6:F6 A8:F8"),
    "miễn sinh hoạt không phải đơn vị": list_of("""
        STT|Họ và tên|Năm sinh|Miễn sinh hoạt
        1|Ngô Tất Tố|1940|Được miễn
        2|Chử Đồng Tử|2000|
        3|Lưu Thị Phương|1975|
        """, """
        name|delegation
        Ngô Tất Tố|
        Chử Đồng Tử|
        Lưu Thị Phương|
        """),
    "đơn vị cũ và mới": list_of("""
        STT|Họ và tên|Đơn vị cũ (trước 01/7/2025)|Đơn vị mới|Chức vụ||Năm sinh
        ||||Trước sáp nhập|Hiện nay|
        1|Phan Huy Ích|Huyện ủy Tam Nông|Xã Tam Nông|Phó Bí thư Huyện ủy|Bí thư|1972
        2|Bùi Huy Bích|UBND xã Cổ Tiết|Xã Tam Nông|Chủ tịch UBND|Phó Bí thư|1980
        """, """
        name|delegation|position
        Phan Huy Ích|Xã Tam Nông|Bí thư
        Bùi Huy Bích|Xã Tam Nông|Phó Bí thư
        """, merges="E1:F1"),
    "chức danh trong tổ thảo luận": list_of("""
        STT|Họ và tên|Đơn vị|Tổ thảo luận|Chức danh tổ
        1|Ung Văn Bình|Xã A|Tổ 1|Tổ trưởng
        2|Khương Thị Mai|Xã B|Tổ 1|Thư ký
        """, """
        name|delegation|position
        Ung Văn Bình|Xã A|
        Khương Thị Mai|Xã B|
        """),
    "học hàm và học vị sau tên": list_of("""
        STT|Họ và tên|Năm sinh
        1|Nguyễn Lân Dũng, GS.TS|1948
        2|Phan Huy Lê (GS, TS)|1954
        """, """
        name|titles
        Nguyễn Lân Dũng|GS.TS
        Phan Huy Lê|GS, TS
        """),
    "đơn vị bắt đầu bằng Đoàn, dân tộc Hà Nhì, giờ SA": list_of("""
        STT|Họ và tên|Ngày sinh|Dân tộc|Trình độ|Đoàn
        1|Trương Định|'05/06/1980 12:00:00 SA|Hà Nhì|12/12|Đoàn Gò Công
        2|Võ Duy Dương|'06/07/1980 12:00:00 SA|Gia Rai|Đại học|Đoàn Tháp Mười
        3|Thiên Hộ Dương|'07/08/1980 12:00:00 SA|Ngái|Đại học|Đoàn Tháp Mười
        """, """
        name|born|ethnic|delegation
        Trương Định|1980-06-05|Hà Nhì|Đoàn Gò Công
        Võ Duy Dương|1980-07-06|Gia Rai|Đoàn Tháp Mười
        Thiên Hộ Dương|1980-08-07|Ngái|Đoàn Tháp Mười
        """),
    "cụ, thầy, cô, bác trước tên": list_of("""
        STT|Họ và tên|Năm sinh
        1|Cụ Đào Văn Tập|1940
        2|Thầy Hồ Ngọc Cẩn|1955
        3|Cô Dương Thị Xuân Quý|1960
        4|Cô Giang|1970
        """, """
        name|born
        Đào Văn Tập|1940
        Hồ Ngọc Cẩn|1955
        Dương Thị Xuân Quý|1960
        Cô Giang|1970
        """),
    "Ông, Bà ở cột trái không tiêu đề": list_of("""
        STT||Họ và tên|Chức vụ
        1|Ông|Cao Xuân Huy|Giám đốc
        2|Bà|Trương Mỹ Hoa|Phó Giám đốc
        """, """
        name|gender|position
        Cao Xuân Huy|nam|Giám đốc
        Trương Mỹ Hoa|nữ|Phó Giám đốc
        """),
    "Ông, Bà, Đ/c dưới tiêu đề gộp của họ tên": list_of("""
        STT|Họ và tên||Chức vụ
        1|Ông|Cao Xuân Huy|Giám đốc
        2|Bà|Trương Mỹ Hoa|Phó Giám đốc
        3|Đ/c|Tạ Quang Thắng|Chánh Văn phòng
        """, """
        name|gender|position
        Cao Xuân Huy|nam|Giám đốc
        Trương Mỹ Hoa|nữ|Phó Giám đốc
        Tạ Quang Thắng||Chánh Văn phòng
        """, merges="B1:C1"),
    "ô gộp dọc cho nhiều người": list_of("""
        STT|Họ và tên|Dân tộc|Năm sinh|Chức vụ|Ghi chú
        1|Đinh Thị Vân|Thái|1966|Ủy viên|Đương nhiên
        2|Hoàng Minh Đạo||1967||
        3|Lê Hữu Thúy|Tày|1968|Chủ tịch|
        """, """
        name|ethnic|position|kind
        Đinh Thị Vân|Thái|Ủy viên|ex_officio
        Hoàng Minh Đạo|Thái|Ủy viên|ex_officio
        Lê Hữu Thúy|Tày|Chủ tịch|official
        """, merges="C2:C3 E2:E3 F2:F3"),
    "song ngữ trong một ô": list_of("""
        STT⏎No.|Họ và tên⏎Full name|Giới tính⏎Gender|Chức vụ⏎Position
        1|Thái Văn Lung|Nam⏎Male|- Bí thư⏎- Trưởng phòng
        2|Bùi Thị Xuân|Nữ⏎Female|Kế toán
        """, """
        name|gender|position
        Thái Văn Lung|nam|Bí thư; Trưởng phòng
        Bùi Thị Xuân|nữ|Kế toán
        """),
    "loại đại biểu viết tắt ở ghi chú": list_of("""
        STT|Họ và tên|Chi bộ|Ghi chú
        1|Nguyễn Thị Suốt|CB 1.|ĐN
        2|Trần Thị Tâm|CB 2|DK
        3|Lê Mã Lương|CB 1|
        """, """
        name|delegation|kind
        Nguyễn Thị Suốt|CB 1|ex_officio
        Trần Thị Tâm|CB 2|alternate
        Lê Mã Lương|CB 1|official
        """),
    "năm sinh thành ngày của năm 1905": list_of("""
        STT|Họ và tên|Năm sinh
        1|Trương Văn Đa|@1905-05-28
        2|Ngô Thị Sen|@1905-06-05
        """, """
        name|born
        Trương Văn Đa|1975
        Ngô Thị Sen|1983
        """),
    "tháng trước ngày, theo tiêu đề": list_of("""
        STT|Họ và tên|Ngày sinh (MM/DD/YYYY)|Vào Đảng (tháng/ngày/năm)
        1|Ngô Bảo Châu|'06/28/1972|'03/04/1999
        2|Đàm Thanh Sơn|'03/04/1969|@1998-12-01
        """, """
        name|born|joined
        Ngô Bảo Châu|1972-06-28|1999-03-04
        Đàm Thanh Sơn|1969-03-04|1998-12-01
        """),
    "bí thư đứng sau tên chi bộ ở đề mục": list_of("""
        STT|Họ và tên|Ngày sinh
        |Chi bộ 1 - Bí thư: Nguyễn Cư Trinh, ĐT 0912345678|
        1|Nguyễn Cư Trinh|5061975
        2|Đào Duy Từ|15061976
        |Chi bộ 2, Phó Bí thư: Lê Quang Định|
        3|Lê Quang Định|1970
        """, """
        name|born|delegation
        Nguyễn Cư Trinh|1975-06-05|Chi bộ 1
        Đào Duy Từ|1976-06-15|Chi bộ 1
        Lê Quang Định|1970|Chi bộ 2
        """),
    "đơn vị sau tên": list_of("""
        TT|Họ tên - Đơn vị|C.vụ|Đ.thoại|Gh.chú
        1|Phạm Hồng Thái⏎Chi bộ Nam Đàn|BT|0911000111|ĐB ĐN
        2|Trần Hữu Thung - Hội VHNT huyện|CT|0911000112|
        3|Minh Huệ, Hội Nhà văn|UV|0911000113|
        """, """
        name|delegation|position|phone|kind
        Phạm Hồng Thái|Chi bộ Nam Đàn|BT|0911000111|ex_officio
        Trần Hữu Thung|Hội VHNT huyện|CT|0911000112|official
        Minh Huệ|Hội Nhà văn|UV|0911000113|official
        """),
    "VNI, chữ cũng đọc được như TCVN3": list_of("""
        STT|Hoï vaø teân|Queâ quaùn|Chöùc vuï
        1|LEÂ THÒ HOÀNG ÑAØO|Beán Tre|Bí thö
        2|Traàn Ñöùc Thaûo|Thaùi Bình|UÛy vieân
        """, """
        name|hometown|position
        LÊ THỊ HỒNG ĐÀO|Bến Tre|Bí thư
        Trần Đức Thảo|Thái Bình|Ủy viên
        """),
    "số thứ tự trong đoàn": list_of("""
        Thứ tự|Họ và tên|Đoàn
        '1/1|Nguyễn Đức Cảnh|Đoàn 1
        '1/2|Nguyễn Thị Lưu|Đoàn 1
        '2/1|Trần Văn Lan|Đoàn 2
        """, """
        name|delegation
        Nguyễn Đức Cảnh|Đoàn 1
        Nguyễn Thị Lưu|Đoàn 1
        Trần Văn Lan|Đoàn 2
        """),
    "không có thì ghi 0": list_of("""
        STT|Họ và tên|Năm sinh (tuổi)|DT|CM|LLCT|Ghi chú
        1|Giàng Seo Gà|1970 (55 tuổi)|Mông|0|SC|
        2|Thái Kim Đỉnh|1969 - 56t|0|ĐH|Chưa|Nữ; tái cử
        """, """
        name|born|ethnic|degree|theory|gender
        Giàng Seo Gà|1970|Mông||SC|
        Thái Kim Đỉnh|1969||ĐH||nữ
        """),
    "đại diện của hội viên tập thể": list_of("""
        STT|Doanh nghiệp hội viên|Họ và tên người đại diện|Nghề|Thời gian vào Hội
        1|Công ty TNHH Gỗ Việt|Trần Thị Ngân|Giám đốc|03/2015
        """, """
        name|delegation|position|joined
        Trần Thị Ngân|Công ty TNHH Gỗ Việt|Giám đốc|2015-03
        """),
    "loại đại biểu và vắng mặt sau tên": list_of("""
        STT|Họ và tên|Năm sinh|Chi bộ|Trạng thái
        1|✔ Phan Văn Khỏe|1970|CB 1|Đang hoạt động
        2|☐ Lê Thị Sáu (dự khuyết)|1975|CB 1|Đang hoạt động
        3|Ngô_Văn_Cấn (DK)|1976|CB 2|Đang hoạt động
        4|Vũ Thị Na - khách mời|1966|CB 2|Đang hoạt động
        5|Tạ Văn Ban (đương nhiên)|1966|CB 2|Đang hoạt động
        6|Đào Thị Cam (vắng)|1977|CB 2|Đang hoạt động
        7|Lý Văn Giáp (UVBTV)|1966|CB 2|Đang hoạt động
        8|Trần Thị Tám (TAM)|1967|CB 2|Đang hoạt động
        """, """
        name|kind|position|note
        Phan Văn Khỏe|official||
        Lê Thị Sáu|alternate||
        Ngô Văn Cấn|alternate||
        Vũ Thị Na|guest||
        Tạ Văn Ban|ex_officio||
        Đào Thị Cam|official||vắng
        Lý Văn Giáp|official|UVBTV|
        Trần Thị Tám (TAM)|official||
        """),
    "bảng tổng hợp theo đơn vị dưới danh sách": list_of("""
        STT|Họ và tên|Giới tính|Tổ CĐ
        1|Trần Văn Thành|Nam|Tổ May
        2|Lê Thị Tài|Nữ|Tổ May
        3|Ngô Lợi|Nam|Tổ Cắt
        |||
        STT|Đơn vị|Số lượng|Ghi chú
        1|Tổ May|2|
        2|Tổ Cắt|1|
        """, """
        name|gender|delegation
        Trần Văn Thành|nam|Tổ May
        Lê Thị Tài|nữ|Tổ May
        Ngô Lợi|nam|Tổ Cắt
        """),
    "giới tính và chức vụ trước tên": list_of("""
        Đoàn|STT|Họ và tên|Chức vụ|Ghi chú
        I. Đoàn Phường Đông|1|(Nữ) Lê Thị Bảy|Không|Không
        |2|(nam) Lò Văn Tám||
        2. Đoàn Phường Tây|3|BT. Nguyễn Văn Quyền||
        |4|Bí thư Lê Văn Hiến||
        |5|CT Hoàng Anh||
        """, """
        name|gender|position|delegation
        Lê Thị Bảy|nữ||Đoàn Phường Đông
        Lò Văn Tám|nam||Đoàn Phường Đông
        Nguyễn Văn Quyền||BT|Đoàn Phường Tây
        Lê Văn Hiến||Bí thư|Đoàn Phường Tây
        CT Hoàng Anh|||Đoàn Phường Tây
        """, merges="A2:A3 A4:A6"),
    "đơn vị ngay dưới tiêu đề gộp của họ tên": list_of("""
        ĐẢNG BỘ XÃ THỬ||||||
        STT|Họ và tên|||Giới tính||Tư cách
        |Họ|Chữ đệm|Tên|Nam|Nữ|
        |Đoàn xã Tân Lập (02 người)|||||
        1|Tô|Bá|Hùng|x||chính thức
        2|Hà|Xuân|Xuân||x|chính thức
        |Thị trấn Sông Cầu (01 người)|||||
        1|Hồ|Văn|Chín|x||Được bầu
        |Danh sách có 03 người|||||
        """, """
        name|delegation|gender
        Tô Bá Hùng|Đoàn xã Tân Lập|nam
        Hà Xuân Xuân|Đoàn xã Tân Lập|nữ
        Hồ Văn Chín|Thị trấn Sông Cầu|nam
        """, merges="A2:A3 B2:D2 E2:F2 G2:G3"),
    "đơn vị là đề mục, không có số thứ tự": list_of("""
        HỌ VÀ TÊN|Nghề nghiệp|Năm sinh|
        ||Nam|Nữ
        Xã Yên Sơn: 2 đồng chí|||
        Phạm Bá Oanh|Kế toán|1963|
        Hồ Hữu Bảy|Chuyên viên|1995|
        Phường Bạch Đằng (02 người)|||
        Huỳnh Thị Long|Hội viên||1981
        Huỳnh Thị Lân|Hội viên||1982
        """, """
        name|born|delegation
        Phạm Bá Oanh|1963|Xã Yên Sơn
        Hồ Hữu Bảy|1995|Xã Yên Sơn
        Huỳnh Thị Long|1981|Phường Bạch Đằng
        Huỳnh Thị Lân|1982|Phường Bạch Đằng
        """, merges="C1:D1"),
    "loại đại biểu là đề mục ở cột đơn vị": list_of("""
        Đơn vị công tác|Họ và tên đệm|Tên|Năm sinh
        ĐẠI BIỂU ĐƯƠNG NHIÊN|||
        Đoàn xã Tân Lập|Bạch Thị|Hùng|1976
        ĐẠI BIỂU ĐƯỢC BẦU|||
        Đoàn xã Tân Lập|Hà Xuân|Xuân|1997
        Đoàn xã Yên Sơn|Lý Văn|Páo|1998
        """, """
        name|kind|delegation
        Bạch Thị Hùng|ex_officio|Đoàn xã Tân Lập
        Hà Xuân Xuân|official|Đoàn xã Tân Lập
        Lý Văn Páo|official|Đoàn xã Yên Sơn
        """),
    "đơn vị ghi một lần, Đ/c: trước tên": list_of("""
        TT|Họ và tên|Đơn vị|Năm sinh
        1|Đ/c Lê Công Phúc|Chi hội Thôn Đông|1966
        2|Đ/c: Bùi A Tư||1987
        3|Đ/c: Giàng Thị Hạnh||1965
        4|đ/c Bùi Thị Nhung|Chi hội Thôn Đoài|1989
        5|Đ/c: Vũ Thị Tư||1953
        """, """
        name|delegation
        Lê Công Phúc|Chi hội Thôn Đông
        Bùi A Tư|Chi hội Thôn Đông
        Giàng Thị Hạnh|Chi hội Thôn Đông
        Bùi Thị Nhung|Chi hội Thôn Đoài
        Vũ Thị Tư|Chi hội Thôn Đoài
        """),
    "loại đại biểu là đề mục, đảng bộ ở trên": list_of("""
        ĐẢNG BỘ XÃ THỬ|||
        STT|HỌ VÀ TÊN|Chức vụ|Ngày sinh
        I|ĐẠI BIỂU ĐƯƠNG NHIÊN (01 đ/c)||
        1|Lò Bích Khánh|Kế toán|28/07/1965
        II|ĐẠI BIỂU ĐƯỢC BẦU (01 đ/c)||
        2|Thái Kim Tám|Bí thư|08/07/1956
        """, """
        name|kind|delegation
        Lò Bích Khánh|ex_officio|
        Thái Kim Tám|official|
        """),
    "nghề nghiệp sau tên": list_of("""
        STT|Họ và tên|Năm sinh|Đơn vị
        1|Đặng A Tám, Nông dân|1960|Thôn 1
        2|Bùi Thị Thảo - Nông dân|1961|
        3|Lò Văn An (Nông dân)|1962|
        4|Kim Thu Bình, Phó Bí thư|1963|Thôn 2
        5|Lê Thị Na|1964|
        """, """
        name|position|delegation
        Đặng A Tám|Nông dân|Thôn 1
        Bùi Thị Thảo|Nông dân|Thôn 1
        Lò Văn An|Nông dân|Thôn 1
        Kim Thu Bình|Phó Bí thư|Thôn 2
        Lê Thị Na||Thôn 2
        """),
    "họ Đoàn trong ba cột, không có số thứ tự": list_of("""
        HỌ VÀ TÊN|||Chức vụ|Năm sinh|Loại
        Họ|Chữ đệm|Tên|||
        Bùi|Xuân|Bình|Kế toán|@1975-10-07|Được bầu
        Đoàn|Thị|Nam|Hội viên|@1966-02-15|Được bầu
        Hồ|Văn|Chín|Đảng viên|@1967-03-16|chính thức
        """, """
        name|position|born
        Bùi Xuân Bình|Kế toán|1975-10-07
        Đoàn Thị Nam|Hội viên|1966-02-15
        Hồ Văn Chín|Đảng viên|1967-03-16
        """, merges="A1:C1"),
    "tháng chữ trước ngày, năm sinh ngay sau tên": list_of("""
        STT|Họ và tên|Vào Đảng
        1|Lê Văn Việt 1970|Jan 5, 1995
        2|Lê Văn Việt 1985|February 3rd 2010
        3|Hà Thị Quế|12-Dec-2001
        """, """
        name|born|joined
        Lê Văn Việt|1970|1995-01-05
        Lê Văn Việt|1985|2010-02-03
        Hà Thị Quế||2001-12-12
        """),
    "đề mục trong ngoặc, số La Mã không chấm": list_of("""
        STT|Họ và tên|Năm sinh|Chức vụ
        |(Chi bộ Thôn 1)||
        1|Vi Văn Thượng|1970|BT
        II Đảng bộ xã Trung Lý|||
        2|Thao Thị Dợ|1980|PBT
        """, """
        name|born|delegation
        Vi Văn Thượng|1970|Chi bộ Thôn 1
        Thao Thị Dợ|1980|Đảng bộ xã Trung Lý
        """),
    "VNI, Đ/c trước tên và SĐT": list_of("""
        STT|Hoï vaø teân|Ngaøy sinh|SÑT|GT
        1|Ñ/c: Baïch Thò Xuaân|8/5/1971|0985503069|NÖÕ
        2|ñ/c Toáng Coâng Yeán|24/8/1969|0935200917|NAM
        3|Ñ/c Cao Coâng Hoa|24/8/1970|0935200918|NAM
        """, """
        name|born|phone|gender
        Bạch Thị Xuân|1971-05-08|0985503069|nữ
        Tống Công Yến|1969-08-24|0935200917|nam
        Cao Công Hoa|1970-08-24|0935200918|nam
        """),
    "TCVN3, gạch ngang dài và chữ hoa có dấu": list_of("""
        TT|Hä vµ tªn|N¨m sinh|§¬n vÞ
        1|Phan ThÞ Em – KÕ to¸n|1989|Chi bé 1
        2|Vâ ThÞ ¸nh – Gi¸o viªn|1990|Chi bé 2
        3|Ma Ngäc ót (N«ng d©n)|1991|Chi bé 2
        """, """
        name|position|delegation
        Phan Thị Em|Kế toán|Chi bộ 1
        Võ Thị Ánh|Giáo viên|Chi bộ 2
        Ma Ngọc Út|Nông dân|Chi bộ 2
        """),
    "khách dưới đề mục có chữ cái a, b": list_of("""
        STT|Họ và tên|Chức vụ
        a|Khách cấp trên|
        1|Hoàng Quốc Thịnh|Phó Chủ tịch LĐLĐ tỉnh
        b|Khách địa phương|
        2|Lương Thị Phúc|Phó Chủ tịch UBND xã
        c|Khách doanh nghiệp|
        3|Kim Sung Ho|Tổng Giám đốc
        """, """
        name|kind|delegation
        Hoàng Quốc Thịnh|guest|
        Lương Thị Phúc|guest|
        Kim Sung Ho|guest|
        """),
    "số thẻ, chi hội và tư cách viết tắt": list_of("""
        Số thẻ ĐB|Họ - tên|C.hội|Tư cách ĐB
        ĐB-001|Sáu Thị Hường|CH Xóm Mới|ĐN
        ĐB-002|Cố Văn Nhân|CH Xóm Đình|Bầu
        """, """
        code|name|delegation|kind
        ĐB-001|Sáu Thị Hường|CH Xóm Mới|ex_officio
        ĐB-002|Cố Văn Nhân|CH Xóm Đình|official
        """),
    "ngày sinh ba ô dưới một tiêu đề gộp": list_of("""
        STT|Họ và tên|Ngày sinh|||Giới tính|Lớp
        1|Vũ Trọng Phụng|20|10|1999|Nam|K1
        2|Hồ Thị Hương|1|12|2000|Nữ|K2
        """, """
        name|born|gender|delegation
        Vũ Trọng Phụng|1999-10-20|nam|K1
        Hồ Thị Hương|2000-12-01|nữ|K2
        """, merges="C1:E1"),
    "người cao tuổi nhất, trẻ nhất, bình quân tuổi": list_of("""
        TT|Họ và tên|Năm sinh|Đơn vị
        1|Phạm Khắc Hòe|1970|Sở A
        2|Vương Thị Lệ|1980|Sở B
        |Người cao tuổi nhất|1970|
        |Trẻ nhất: Vương Thị Lệ|1980|
        |Bình quân tuổi|50|
        """, """
        name|born|delegation
        Phạm Khắc Hòe|1970|Sở A
        Vương Thị Lệ|1980|Sở B
        """),
    "cộng theo từng cột, cả cột không dùng": list_of("""
        TT|Họ và tên|Nữ|Đảng viên|Chi đoàn
        1|Âu Dương Lân|||Chi đoàn Thôn 1
        2|Thiều Thị Tân|1|1|Chi đoàn Thôn 2
        3|Lạc Văn Thanh||1|Chi đoàn Thôn 2
        Cộng||1|2|
        """, """
        name|gender|delegation
        Âu Dương Lân|nam|Chi đoàn Thôn 1
        Thiều Thị Tân|nữ|Chi đoàn Thôn 2
        Lạc Văn Thanh|nam|Chi đoàn Thôn 2
        """),
    "giới tính: nữ đánh dấu": list_of("""
        TT|Họ và tên|Giới tính (Nữ: đánh x)|Năm sinh|Đơn vị
        1|Trạng A Tủa||1977|Xã A
        2|Vàng Thị Thông|x|1986|Xã B
        """, """
        name|gender|born|delegation
        Trạng A Tủa|nam|1977|Xã A
        Vàng Thị Thông|nữ|1986|Xã B
        """),
}
# fmt: on
