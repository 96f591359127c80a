"""Lists of a sixth gathering, written before they were read: companies, unions, fronts, schools."""

from __future__ import annotations

from .fifth_office_lists import list_of
from .office_lists import OfficeList

# fmt: off
SIXTH: dict[str, OfficeList] = {
    "công ty: CBNV, phòng, ngày ký HĐ": list_of("""
        STT|Mã NV|Họ và tên CBNV|Giới tính|Ngày sinh|Phòng ban/Bộ phận|Ngày vào làm|Số CMND
        1|NV001|Hà Văn Một|Nam|01/02/1990|Kế toán|01/03/2015|0790
        2|NV002|Hà Thị Hai|Nữ|03/04/1992|Nhân sự|01/04/2016|0791
        """, """
        code|name|gender|born|delegation|joined
        NV001|Hà Văn Một|nam|1990-02-01|Kế toán|
        NV002|Hà Thị Hai|nữ|1992-04-03|Nhân sự|
        """),
    "tên cột dài có xuống dòng và chú thích": list_of("""
        TT|Họ và tên⏎(in hoa)|Năm⏎sinh|Dân⏎tộc|Chức vụ⏎hiện nay|Ngày vào Đảng⏎(ngày CT)|Ghi⏎chú
        1|HÀ VĂN MỘT|05/06/1975|Kinh|Chủ tịch UBND xã|03/02/1999⏎(03/02/2000)|
        2|HÀ THỊ HAI|1980|Tày|Chủ tịch Hội LHPN|19/05/2006⏎(19/05/2007)|Nữ
        """, """
        name|born|ethnic|position|joined|official_on
        HÀ VĂN MỘT|1975-06-05|Kinh|Chủ tịch UBND xã|1999-02-03|2000-02-03
        HÀ THỊ HAI|1980|Tày|Chủ tịch Hội LHPN|2006-05-19|2007-05-19
        """),
    "nam nữ cột x, dòng cộng dưới mỗi tổ": list_of("""
        STT|Họ và tên|Nam|Nữ|Năm sinh|Chi đoàn
        |Khối 10||||
        1|Hà Văn Một|x||2009|10A1
        2|Hà Thị Hai||x|2009|10A2
        |Cộng khối 10|1|1||
        |Khối 11||||
        3|Hà Văn Ba|x||2008|11A1
        |Cộng khối 11|1|0||
        |Tổng cộng|2|1||
        """, """
        name|gender|born|delegation
        Hà Văn Một|nam|2009|10A1
        Hà Thị Hai|nữ|2009|10A2
        Hà Văn Ba|nam|2008|11A1
        """),
    "đại biểu và người thay thế trên cùng dòng": list_of("""
        STT|Họ và tên đại biểu|Năm sinh|Họ và tên người thay thế|Năm sinh|Đơn vị
        1|Hà Văn Một|1970|Lê Văn Ba|1980|CB 1
        2|Hà Thị Hai|1975||| CB 2
        """, """
        name|born|delegation
        Hà Văn Một|1970|CB 1
        Hà Thị Hai|1975|CB 2
        """),
    "giới tính ghi Ông/Bà trong cột Giới tính": list_of("""
        STT|Họ và tên|Giới tính|Năm sinh
        1|Hà Văn Một|Ông|1970
        2|Hà Thị Hai|Bà|1980
        """, """
        name|gender
        Hà Văn Một|nam
        Hà Thị Hai|nữ
        """),
    "ngày sinh kiểu Mỹ trong cả cột": list_of("""
        STT|Họ và tên|Ngày sinh
        1|Hà Văn Một|12/31/1970
        2|Hà Thị Hai|06/15/1980
        3|Hà Văn Ba|1/20/1981
        """, """
        name|born
        Hà Văn Một|1970-12-31
        Hà Thị Hai|1980-06-15
        Hà Văn Ba|1981-01-20
        """),
    "STT đứng sau họ tên và cột Ký tên giữa": list_of("""
        Họ và tên|Ký tên|STT|Đơn vị
        Hà Văn Một||1|CB 1
        Hà Thị Hai||2|CB 2
        """, """
        name|delegation
        Hà Văn Một|CB 1
        Hà Thị Hai|CB 2
        """),
    "tổ dân phố là số trong cột, khu phố ở đề mục": list_of("""
        STT|Họ và tên|Năm sinh|Tổ
        KHU PHỐ 1 (2 đại biểu)|||
        1|Hà Văn Một|1970|5
        2|Hà Thị Hai|1980|6
        """, """
        name|born
        Hà Văn Một|1970
        Hà Thị Hai|1980
        """),
    "họ tên có ngoặc tên thật": list_of("""
        STT|Họ và tên (bí danh)|Năm sinh
        1|Hà Văn Một (Ba Thử)|1950
        2|Lê Thị Hai (tức Lê Thị Mẫu)|1960
        """, """
        name|born
        Hà Văn Một (Ba Thử)|1950
        Lê Thị Hai (tức Lê Thị Mẫu)|1960
        """),
    "vắng: V, P trong cột điểm danh": list_of("""
        STT|Họ và tên|Điểm danh
        1|Hà Văn Một|Có mặt
        2|Hà Thị Hai|Vắng có phép
        3|Hà Văn Ba|Vắng không phép
        """, """
        name|status
        Hà Văn Một|present
        Hà Thị Hai|absent
        Hà Văn Ba|absent
        """),
    "đảng viên miễn sinh hoạt đánh dấu x": list_of("""
        STT|Họ và tên|Năm sinh|Đảng viên chính thức|Đảng viên dự bị
        1|Hà Văn Một|1970|x|
        2|Hà Thị Hai|1995||x
        """, """
        name|kind
        Hà Văn Một|official
        Hà Thị Hai|probationary
        """),
    "đại biểu phân theo cột: Chính thức ghi họ tên, Dự khuyết ghi họ tên": list_of("""
        STT|Đơn vị|Họ và tên đại biểu chính thức|Họ và tên đại biểu dự khuyết
        1|CB 1|Hà Văn Một|Lê Văn Ba
        2|CB 2|Hà Thị Hai|
        """, """
        name|delegation
        Hà Văn Một|CB 1
        Hà Thị Hai|CB 2
        """),
    "nhiều người một đơn vị, cột Đơn vị trước gộp, STT theo đơn vị": list_of("""
        TT đơn vị|Đơn vị|TT|Họ và tên|Năm sinh
        1|Chi bộ 1|1|Hà Văn Một|1970
        ||2|Hà Thị Hai|1980
        2|Chi bộ 2|3|Hà Văn Ba|1981
        ||4|Hà Văn Bốn|1982
        """, """
        name|delegation
        Hà Văn Một|Chi bộ 1
        Hà Thị Hai|Chi bộ 1
        Hà Văn Ba|Chi bộ 2
        Hà Văn Bốn|Chi bộ 2
        """, merges="A2:A3 B2:B3 A4:A5 B4:B5"),
    "cùng trên, không gộp, trống nhiều": list_of("""
        TT|Đơn vị|Họ và tên|Năm sinh
        1|Chi bộ 1|Hà Văn Một|1970
        2||Hà Thị Hai|1980
        3|Chi bộ 2|Hà Văn Ba|1981
        4|Chi bộ 3|Hà Văn Bốn|1982
        5|Chi bộ 4|Hà Văn Năm|1982
        """, """
        name|delegation
        Hà Văn Một|Chi bộ 1
        Hà Thị Hai|
        Hà Văn Ba|Chi bộ 2
        Hà Văn Bốn|Chi bộ 3
        Hà Văn Năm|Chi bộ 4
        """),
    "dân tộc thiểu số và tôn giáo là dấu": list_of("""
        STT|Họ và tên|Năm sinh|DTTS|Tôn giáo|Đảng viên|Ngoài Đảng
        1|Hà Văn Một|1970||x|x|
        2|Lò Thị Hai|1980|x|||x
        """, """
        name|ethnic|religion|kind
        Hà Văn Một|||official
        Lò Thị Hai|||official
        """),
    "chú thích (1) (2) sau tên, giải thích bên dưới": list_of("""
        STT|Họ và tên|Năm sinh|Đơn vị
        1|Hà Văn Một|1970|CB 1
        2|Hà Thị Hai|1980|CB 2
        |||
        (*) Đại biểu đương nhiên|||
        (**) Đ/c Lê Văn Ba thay đ/c Vũ Văn Bốn|||
        1. Nữ: 01 đồng chí|||
        2. Dân tộc: 0|||
        3. Độ tuổi bình quân: 45|||
        """, """
        name|born
        Hà Văn Một|1970
        Hà Thị Hai|1980
        """),
    "ban tổ chức, thư ký ở cuối cùng STT tiếp": list_of("""
        STT|Họ và tên|Chức vụ
        I|ĐẠI BIỂU CHÍNH THỨC|
        1|Hà Văn Một|Bí thư
        II|BỘ PHẬN PHỤC VỤ|
        2|Hà Thị Hai|Lái xe
        """, """
        name|kind
        Hà Văn Một|official
        Hà Thị Hai|official
        """),
    "giấy mời: danh xưng ghép Ông (bà)": list_of("""
        STT|Ông (bà)|Chức vụ|Đơn vị
        1|Ông Hà Văn Một|Giám đốc|Sở A
        2|Bà Hà Thị Hai|Phó Giám đốc|Sở B
        """, """
        name|gender|position|delegation
        Hà Văn Một|nam|Giám đốc|Sở A
        Hà Thị Hai|nữ|Phó Giám đốc|Sở B
        """),
    "tiêu đề in hai lần vì ngắt trang, số trang ở giữa": list_of("""
        STT|Họ và tên|Năm sinh|Đơn vị
        1|Hà Văn Một|1970|CB 1
        |||2
        STT|Họ và tên|Năm sinh|Đơn vị
        2|Hà Thị Hai|1980|CB 2
        |||3
        """, """
        name|delegation
        Hà Văn Một|CB 1
        Hà Thị Hai|CB 2
        """),
    "ngày vào đoàn, hội, đảng ba cột": list_of("""
        STT|Họ và tên|Ngày sinh|Ngày vào Đoàn|Ngày vào Hội|Ngày vào Đảng
        1|Hà Văn Một|01/02/1995|26/3/2010|15/10/2013|
        """, """
        name|born
        Hà Văn Một|1995-02-01
        """),
    "tuổi và năm sinh hai cột": list_of("""
        STT|Họ và tên|Tuổi|Năm sinh|Giới tính
        1|Hà Văn Một|55|1970|Nam
        2|Hà Thị Hai|45|1980|Nữ
        """, """
        name|born
        Hà Văn Một|1970
        Hà Thị Hai|1980
        """),
    "số nhà, khu phố trong địa chỉ": list_of("""
        STT|Họ và tên|Năm sinh|Địa chỉ|Khu phố
        1|Hà Văn Một|1970|12 Lê Lợi|KP 1
        2|Hà Thị Hai|1980|Tổ 5, KP 2|KP 2
        """, """
        name|delegation
        Hà Văn Một|KP 1
        Hà Thị Hai|KP 2
        """),
    "tên cơ quan có chữ Tổng, Cộng": list_of("""
        STT|Họ và tên|Năm sinh
        |Tổng công ty Điện lực|
        1|Hà Văn Một|1970
        |Cộng đồng doanh nghiệp|
        2|Hà Thị Hai|1980
        |Toàn án quân sự|
        3|Hà Văn Ba|1981
        """, """
        name|delegation
        Hà Văn Một|Tổng công ty Điện lực
        Hà Thị Hai|Cộng đồng doanh nghiệp
        Hà Văn Ba|Toàn án quân sự
        """),
    "chức vụ là Người lập biểu, Kế toán": list_of("""
        STT|Họ và tên|Chức vụ
        1|Hà Văn Một|Kế toán trưởng
        2|Hà Thị Hai|Thủ quỹ
        3|Hà Văn Ba|Thư ký
        |Hà Văn Bốn|Trưởng ban
        """, """
        name|position
        Hà Văn Một|Kế toán trưởng
        Hà Thị Hai|Thủ quỹ
        Hà Văn Ba|Thư ký
        """, problems=1),
    "họ tên + bút danh, nghề nghiệp, hội viên chuyên ngành": list_of("""
        TT|Họ và tên, bút danh|Ngày, tháng, năm sinh|Chuyên ngành|Năm vào Hội|Nơi công tác
        1|Hà Văn Một (Hà Thử)|01/02/1960|Văn xuôi|1995|Hội VHNT
        2|Hà Thị Hai|1970|Thơ|2000|Báo A
        """, """
        name|born|joined|delegation
        Hà Văn Một (Hà Thử)|1960-02-01|1995|Hội VHNT
        Hà Thị Hai|1970|2000|Báo A
        """),
    "đơn vị lặp trong đề mục và số thứ tự La Mã không chấm": list_of("""
        TT|HỌ TÊN|NS|CHỨC VỤ
        I|ĐOÀN CƠ QUAN UBND TỈNH|02 đ/c|
        1|Hà Văn Một|1970|CVP
        2|Hà Thị Hai|1980|PCVP
        II|ĐOÀN SỞ NỘI VỤ|01 đ/c|
        3|Hà Văn Ba|1981|GĐ
        """, """
        name|delegation
        Hà Văn Một|ĐOÀN CƠ QUAN UBND TỈNH
        Hà Thị Hai|ĐOÀN CƠ QUAN UBND TỈNH
        Hà Văn Ba|ĐOÀN SỞ NỘI VỤ
        """),
    "đề mục Đoàn số 1, trưởng đoàn ghi trong đề mục": list_of("""
        TT|Họ và tên|Năm sinh|Ghi chú
        |Đoàn số 1 (Trưởng đoàn: Đ/c Hà Văn Một)||
        1|Hà Văn Một|1970|Trưởng đoàn
        2|Hà Thị Hai|1980|
        |Đoàn số 2 (Trưởng đoàn: Đ/c Hà Văn Ba)||
        3|Hà Văn Ba|1981|Trưởng đoàn
        """, """
        name|born
        Hà Văn Một|1970
        Hà Thị Hai|1980
        Hà Văn Ba|1981
        """),
    "hội người cao tuổi, tuổi thọ, mừng thọ": list_of("""
        STT|Họ và tên|Năm sinh||Thôn|Tuổi
        ||Nam|Nữ||
        1|Hà Văn Một|1940||Thôn 1|85
        2|Hà Thị Hai||1945|Thôn 2|80
        """, """
        name|born|gender|delegation
        Hà Văn Một|1940|nam|Thôn 1
        Hà Thị Hai|1945|nữ|Thôn 2
        """, merges="C1:D1"),
    "hợp tác xã: thành viên, vốn góp": list_of("""
        STT|Họ và tên thành viên|Năm sinh|Số CCCD|Vốn góp (đồng)|Ký tên
        1|Hà Văn Một|1970|079070000001|10.000.000|
        2|Hà Thị Hai|1980|079080000002|5.000.000|
        Cộng||||15.000.000|
        """, """
        name|born
        Hà Văn Một|1970
        Hà Thị Hai|1980
        """),
    "mặt trận: giới thiệu người ứng cử, cơ cấu kết hợp": list_of("""
        STT|Họ và tên|Ngày sinh|Giới tính|Dân tộc|Tôn giáo|Cơ cấu kết hợp|||Nghề nghiệp, chức vụ
        ||||||Nữ|Trẻ|Ngoài Đảng|
        1|Hà Văn Một|01/02/1970|Nam|Kinh|Không||||Chủ tịch
        2|Hà Thị Hai|03/04/1995|Nữ|Tày|Không|x|x|x|Giáo viên
        """, """
        name|born|gender|ethnic|position
        Hà Văn Một|1970-02-01|nam|Kinh|Chủ tịch
        Hà Thị Hai|1995-04-03|nữ|Tày|Giáo viên
        """, merges="G1:I1"),
    "danh sách có cột Số thẻ BHXH và lương": list_of("""
        STT|Họ tên|Ng/sinh|Số sổ BHXH|Ngạch|Hệ số|Đơn vị
        1|Hà Văn Một|01/02/70|0123456789|01.003|4,98|VP
        2|Hà Thị Hai|03/04/80|0123456790|01.003|3,33|VP
        """, """
        name|born|delegation
        Hà Văn Một|1970-02-01|VP
        Hà Thị Hai|1980-04-03|VP
        """),
    "đại biểu trẻ nhất, cao tuổi nhất ghi dưới bảng": list_of("""
        STT|Họ và tên|Năm sinh|Đơn vị
        1|Hà Văn Một|1940|CB 1
        2|Hà Thị Hai|2000|CB 2
        |Đại biểu cao tuổi nhất: Hà Văn Một (85 tuổi)||
        |Đại biểu trẻ tuổi nhất: Hà Thị Hai||
        |Đại biểu nhiều tuổi Đảng nhất|Hà Văn Một|60
        """, """
        name|born
        Hà Văn Một|1940
        Hà Thị Hai|2000
        """, problems=1),
    "tên ghi Họ tên tắt: Ng. Văn A": list_of("""
        STT|Họ và tên|Năm sinh
        1|Ng. Văn Một|1970
        2|Ng Thị Hai|1980
        3|Tr. V. Ba|1981
        """, """
        name|born
        Ng. Văn Một|1970
        Ng Thị Hai|1980
        Tr. V. Ba|1981
        """),
    "năm sinh dạng chữ số La tinh lẫn": list_of("""
        STT|Họ và tên|Năm sinh
        1|Hà Văn Một|1970
        2|Hà Thị Hai|I980
        3|Hà Văn Ba|197O
        4|Hà Văn Bốn|19 75
        5|Hà Văn Năm|1975 -
        """, """
        name|born
        Hà Văn Một|1970
        Hà Thị Hai|1980
        Hà Văn Ba|1970
        Hà Văn Bốn|
        Hà Văn Năm|1975
        """),
    "ngày tháng năm bằng chữ": list_of("""
        STT|Họ và tên|Ngày sinh
        1|Hà Văn Một|Ngày 05 tháng 06 năm 1975
        2|Hà Thị Hai|5 tháng 6, 1975
        3|Hà Văn Ba|mùng 5/6/1975
        4|Hà Văn Bốn|ngày 5.6.1975
        5|Hà Văn Năm|Sinh ngày 05/06/1975
        6|Hà Văn Sáu|5/6/1975 tại Hà Nội
        """, """
        name|born
        Hà Văn Một|1975-06-05
        Hà Thị Hai|1975-06-05
        Hà Văn Ba|1975-06-05
        Hà Văn Bốn|1975-06-05
        Hà Văn Năm|1975-06-05
        Hà Văn Sáu|1975-06-05
        """),
    "ngày sinh, nơi sinh chung ô": list_of("""
        STT|Họ và tên|Ngày sinh, nơi sinh
        1|Hà Văn Một|05/06/1975, Hà Nội
        2|Hà Thị Hai|1980 - Nam Định
        """, """
        name|born
        Hà Văn Một|1975-06-05
        Hà Thị Hai|1980
        """),
    "đoàn viên ưu tú: họ tên in nghiêng kèm lớp": list_of("""
        STT|Họ và tên|Lớp
        1|Hà Văn Một - 12A1|12A1
        2|Hà Thị Hai_11B|11B
        """, """
        name|delegation
        Hà Văn Một - 12A1|12A1
        Hà Thị Hai_11B|11B
        """),
    "người được bầu: tỉ lệ phần trăm": list_of("""
        STT|Họ và tên|Số phiếu|Tỷ lệ %
        1|Hà Văn Một|98|98.0
        2|Hà Thị Hai|97|97.0
        Tổng số phiếu: 100|||
        """, """
        name
        Hà Văn Một
        Hà Thị Hai
        """),
    "tên đứng sau chức vụ trong ô": list_of("""
        STT|Họ và tên
        1|Bí thư: Hà Văn Một
        2|Phó Bí thư: Hà Thị Hai
        """, """
        name|position
        Hà Văn Một|Bí thư
        Hà Thị Hai|Phó Bí thư
        """),
    "cột Chức danh trước tên, đại biểu lặp chức": list_of("""
        STT|Chức danh|Họ và tên
        1|Bí thư|Hà Văn Một
        2|Phó Bí thư|Hà Thị Hai
        |Ủy viên|Hà Văn Ba
        ||Hà Văn Bốn
        ||Hà Văn Năm
        """, """
        name|position
        Hà Văn Một|Bí thư
        Hà Thị Hai|Phó Bí thư
        """, problems=3),
    "chỉ tên không STT, không tiêu đề phụ, đơn vị đề mục in hoa": list_of("""
        Họ và tên|Năm sinh
        CHI BỘ 1|
        Hà Văn Một|1970
        Hà Thị Hai|1980
        CHI BỘ 2|
        Hà Văn Ba|1981
        """, """
        name|delegation
        Hà Văn Một|CHI BỘ 1
        Hà Thị Hai|CHI BỘ 1
        Hà Văn Ba|CHI BỘ 2
        """),
    "không STT, đề mục tên xã": list_of("""
        Họ và tên|Năm sinh
        Xã An Bình|
        Hà Văn Một|1970
        Xã Kim Sơn|
        Hà Văn Ba|1981
        """, """
        name|delegation
        Hà Văn Một|Xã An Bình
        Hà Văn Ba|Xã Kim Sơn
        """),
    "tên thường và họ tên Tây Nguyên một chữ, không STT": list_of("""
        Họ và tên|Năm sinh|Buôn
        Y Bloong|1970|Buôn A
        H Wing|1980|Buôn B
        Amí Thương|1950|Buôn C
        Nay H'Bia|1990|Buôn D
        Rơ Ông K'Bình|1985|Buôn E
        """, """
        name|born|delegation
        Y Bloong|1970|Buôn A
        H Wing|1980|Buôn B
        Amí Thương|1950|Buôn C
        Nay H'Bia|1990|Buôn D
        Rơ Ông K'Bình|1985|Buôn E
        """),
    "lớp học, giới Nam để trống, Nữ ghi": list_of("""
        STT|Họ và tên|Giới tính|Lớp
        1|Hà Văn Một||12A
        2|Hà Thị Hai|Nữ|12A
        3|Hà Văn Ba||12B
        """, """
        name|gender|delegation
        Hà Văn Một||12A
        Hà Thị Hai|nữ|12A
        Hà Văn Ba||12B
        """),
    "người ngoài danh sách ký nhận hộ": list_of("""
        STT|Họ và tên|Đơn vị|Người nhận giấy mời|Ký nhận
        1|Hà Văn Một|CB 1|Lê Văn Bốn|
        2|Hà Thị Hai|CB 2||
        """, """
        name|delegation
        Hà Văn Một|CB 1
        Hà Thị Hai|CB 2
        """),
    "phiên âm nước ngoài, chuyên gia": list_of("""
        STT|Họ và tên|Quốc tịch|Chức vụ
        1|John Smith|Anh|Chuyên gia
        2|Park Ji-sung|Hàn Quốc|Giám đốc
        3|Nguyễn Văn Ba|Việt Nam|Phiên dịch
        """, """
        name|position
        John Smith|Chuyên gia
        Park Ji-sung|Giám đốc
        Nguyễn Văn Ba|Phiên dịch
        """),
    "cột năm sinh có nam nữ trong ngoặc": list_of("""
        STT|Họ và tên|Năm sinh (Nam)|Năm sinh (Nữ)|CB
        1|Hà Văn Một|1970||1
        2|Hà Thị Hai||1980|2
        """, """
        name|born|gender
        Hà Văn Một|1970|nam
        Hà Thị Hai|1980|nữ
        """),
    "hai cột ghi chú": list_of("""
        STT|Họ và tên|Năm sinh|Ghi chú 1|Ghi chú 2
        1|Hà Văn Một|1970|Đương nhiên|Vắng
        2|Hà Thị Hai|1980||
        """, """
        name|born|kind
        Hà Văn Một|1970|ex_officio
        Hà Thị Hai|1980|official
        """),
    "STT nhảy, có số 0 và số lẻ": list_of("""
        STT|Họ và tên|Năm sinh
        0|Hà Văn Một|1970
        01|Hà Thị Hai|1980
        10|Hà Văn Ba|1981
        10|Hà Văn Bốn|1982
        """, """
        name|born
        Hà Văn Một|1970
        Hà Thị Hai|1980
        Hà Văn Ba|1981
        Hà Văn Bốn|1982
        """),
    "nhóm La Mã nhỏ i, ii và a), b)": list_of("""
        STT|Họ và tên|Năm sinh
        a)|Chi bộ Trường Tiểu học|
        1|Hà Văn Một|1970
        b)|Chi bộ Trường THCS|
        2|Hà Thị Hai|1980
        """, """
        name|delegation
        Hà Văn Một|Chi bộ Trường Tiểu học
        Hà Thị Hai|Chi bộ Trường THCS
        """),
    "đề mục ở cột cuối gộp lệch": list_of("""
        STT|Họ và tên|Năm sinh|Ghi chú
        ||CHI BỘ 1|
        1|Hà Văn Một|1970|
        ||CHI BỘ 2|
        2|Hà Thị Hai|1980|
        """, """
        name|delegation
        Hà Văn Một|CHI BỘ 1
        Hà Thị Hai|CHI BỘ 2
        """),
    "người mất, chuyển đi gạch chú": list_of("""
        STT|Họ và tên|Năm sinh|Ghi chú
        1|Hà Văn Một|1970|Đã chuyển sinh hoạt
        2|Hà Thị Hai|1980|Từ trần 01/5/2025
        3|Hà Văn Ba|1981|
        """, """
        name|note
        Hà Văn Một|Đã chuyển sinh hoạt
        Hà Thị Hai|Từ trần 01/5/2025
        Hà Văn Ba|
        """),
    "bảng hai tầng tên đơn vị dọc và STT chung": list_of("""
        Đơn vị|Danh sách đại biểu|||Ghi chú
        |STT|Họ và tên|Năm sinh|
        Chi bộ 1|1|Hà Văn Một|1970|
        |2|Hà Thị Hai|1980|
        Chi bộ 2|3|Hà Văn Ba|1981|
        """, """
        name|delegation
        Hà Văn Một|Chi bộ 1
        Hà Thị Hai|Chi bộ 1
        Hà Văn Ba|Chi bộ 2
        """, merges="A1:A2 B1:D1 E1:E2 A3:A4"),
    "tên nam và tên nữ ở hai cột, năm sinh cũng vậy": list_of("""
        STT|Họ và tên||Năm sinh||Đơn vị
        |Nam|Nữ|Nam|Nữ|
        1|Hà Văn Một||1970||CB 1
        2||Hà Thị Hai||1980|CB 1
        3||Hà Ba||1981|CB 2
        """, """
        name|gender|born|delegation
        Hà Văn Một|nam|1970|CB 1
        Hà Thị Hai|nữ|1980|CB 1
        Hà Ba|nữ|1981|CB 2
        """, merges="B1:C1 D1:E1"),
    "tên nam và tên nữ trên cùng một dòng": list_of("""
        STT|Họ và tên||Đơn vị
        |Nam|Nữ|
        1|Hà Văn Một|Hà Thị Hai|CB 1
        2|Hà Văn Ba||CB 2
        """, """
        name|gender|delegation
        Hà Văn Ba|nam|CB 2
        """, merges="B1:C1", problems=1),
}
# fmt: on
