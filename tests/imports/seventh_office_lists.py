"""Lists of a seventh gathering: those of 223 new ones that came in wrong at first."""

from __future__ import annotations

from .fifth_office_lists import list_of
from .office_lists import OfficeList

# fmt: off
SEVENTH: dict[str, OfficeList] = {
    "chức vụ ở dòng dưới họ tên": list_of("""
        STT|Họ và tên, chức vụ|Năm sinh|Đơn vị
        1|Tạ Quang Bửu|1961|Đảng bộ Trường ĐH
        |Hiệu trưởng||
        2|Tạ Thị Kiều|1970|Đảng bộ Trường ĐH
        |Phó hiệu trưởng||
        3|Tôn Đức Thắng|1958|Đảng bộ Ba Son
        |Thợ máy||
        """, """
        name|born|delegation|position
        Tạ Quang Bửu|1961|Đảng bộ Trường ĐH|Hiệu trưởng
        Tạ Thị Kiều|1970|Đảng bộ Trường ĐH|Phó hiệu trưởng
        Tôn Đức Thắng|1958|Đảng bộ Ba Son|Thợ máy
        """),
    "phiếu hỏi: câu có số": list_of("""
        1. Họ và tên của đồng chí là gì?|2. Ngày sinh|3. Giới tính|4. Sinh hoạt tại đâu?|5. Chức vụ
        nguyễn hoàng long|2001-05-06|Nam|Chi đoàn 10A1|Bí thư
        Trần Bảo Ngọc|2003-11-30|Nữ|Chi đoàn 11B|
        PHẠM GIA BẢO|1999-01-02|Nam|Chi đoàn Giáo viên|Phó Bí thư
        """, """
        name|born|gender|delegation|position
        nguyễn hoàng long|2001-05-06|nam|Chi đoàn 10A1|Bí thư
        Trần Bảo Ngọc|2003-11-30|nữ|Chi đoàn 11B|
        PHẠM GIA BẢO|1999-01-02|nam|Chi đoàn Giáo viên|Phó Bí thư
        """),
    "danh bạ điện thoại": list_of("""
        First Name|Middle Name|Last Name|Phone 1 - Value|Organization Name|Title|Birthday
        Lan|Thị|Nguyễn|0901 000 001|Hội Phụ nữ xã|Chủ tịch|1980-02-03
        Hùng|Văn|Trần|0901 000 002|Hội Nông dân xã|Phó Chủ tịch|1975-12-31
        Minh||Lê|0901 000 003|Đoàn xã||1999-07-07
        """, """
        name|born|delegation|position|phone
        Nguyễn Thị Lan|1980-02-03|Hội Phụ nữ xã|Chủ tịch|0901 000 001
        Trần Văn Hùng|1975-12-31|Hội Nông dân xã|Phó Chủ tịch|0901 000 002
        Lê Minh|1999-07-07|Đoàn xã||0901 000 003
        """),
    "cột đơn vị để trống, đơn vị là đề mục": list_of("""
        HỘI LHPN HUYỆN|||||
        TT|HỌ VÀ TÊN HỘI VIÊN|NGÀY SINH|ĐƠN VỊ (XÃ, TT)|CHỨC VỤ HỘI|ĐẢNG VIÊN (x)
        I|Xã Yên Sơn (02)||||
        1|Thái Thị Liên|8/3/1981||Chủ tịch|x
        2|Thân Thị Mai|20/10/1990||Chi hội trưởng|
        II|Xã Yên Lập (01)||||
        1|Thi Thị Nga|1/1/1978||UV BCH|x
        """, """
        name|born|delegation|position
        Thái Thị Liên|1981-03-08|Xã Yên Sơn|Chủ tịch
        Thân Thị Mai|1990-10-20|Xã Yên Sơn|Chi hội trưởng
        Thi Thị Nga|1978-01-01|Xã Yên Lập|UV BCH
        """),
    "ngày, tháng, năm không ghi là sinh": list_of("""
        STT|Họ và tên|Ngày|Tháng|Năm|Giới
        1|Ung Văn Khiêm|5|6|1975|Nam
        2|Văn Thị Cả|||1980|Nữ
        3|Viên Linh||7|1990|Nam
        """, """
        name|born|gender
        Ung Văn Khiêm|1975-06-05|nam
        Văn Thị Cả|1980|nữ
        Viên Linh|1990-07|nam
        """),
    "nữ, sinh năm và nam, sinh năm": list_of("""
        TT|Họ và tên|Nữ, sinh năm|Nam, sinh năm|Đơn vị
        1|Cung Thị Ba|1970||Tổ 1
        2|Diệp Minh Châu||1960|Tổ 1
        3|Điêu Chính Thìn||1955|Tổ 2
        """, """
        name|born|gender|delegation
        Cung Thị Ba|1970|nữ|Tổ 1
        Diệp Minh Châu|1960|nam|Tổ 1
        Điêu Chính Thìn|1955|nam|Tổ 2
        """),
    "ô tích vẽ bằng Wingdings": list_of("""
        STT|Họ và tên|Nam|Nữ|Ngày sinh
        1|Đổng Sĩ Nguyên|þ|o|1/3/1960
        2|Đường Thị Kim|o|þ|2/4/1970
        """, """
        name|born|gender
        Đổng Sĩ Nguyên|1960-03-01|nam
        Đường Thị Kim|1970-04-02|nữ
        """),
    "ô tích trống và ô tích đầy": list_of("""
        STT|Họ và tên|Nam|Nữ|Ngày sinh
        1|Hạ Bá Cang|☑|☐|1/3/1960
        2|Hầu Thị Sáo|☐|☑|2/4/1970
        3|Hình Thị Lý||✓|3/5/1971
        """, """
        name|born|gender
        Hạ Bá Cang|1960-03-01|nam
        Hầu Thị Sáo|1970-04-02|nữ
        Hình Thị Lý|1971-05-03|nữ
        """),
    "xưng hô, học vị trước họ hiếm": list_of("""
        STT|Họ và tên|Năm sinh|Đơn vị
        1|Ông Khương Hữu Dụng|1960|Tổ 1
        2|Bà Khuất Thị Bẩy|1970|Tổ 1
        3|Đ/c Kỷ Con|1980|Tổ 2
        4|đ/c: Lã Xuân Oai|1981|Tổ 2
        5|Đồng chí Lại Thị Cầu|1982|Tổ 2
        6|Anh Lạc Long|1990|Tổ 3
        7|TS. Lâm Thị Ánh|1975|Tổ 3
        8|PGS.TS Liêu Văn Kỳ|1965|Tổ 3
        9|Bs.CKII Long Thị Hà|1966|Tổ 3
        """, """
        name|born|delegation
        Khương Hữu Dụng|1960|Tổ 1
        Khuất Thị Bẩy|1970|Tổ 1
        Kỷ Con|1980|Tổ 2
        Lã Xuân Oai|1981|Tổ 2
        Lại Thị Cầu|1982|Tổ 2
        Lạc Long|1990|Tổ 3
        Lâm Thị Ánh|1975|Tổ 3
        Liêu Văn Kỳ|1965|Tổ 3
        Long Thị Hà|1966|Tổ 3
        """),
    "cấp bậc, chức vụ": list_of("""
        ||||
        Biểu số 02||||
        ||||
        ||||
        ||||
        ĐẢNG BỘ TỈNH||||
        ||||
        DANH SÁCH ĐẠI BIỂU||||
        Đoàn đại biểu: Đảng bộ Công an tỉnh||||
        ||||
        ||||
        TT|Họ và tên|Cấp bậc, chức vụ|Năm sinh|Vào Đảng
        1|Thiều Văn Chửu|Đại tá, Giám đốc|1968|1990
        2|Thôi Thị Nga|Thượng tá, Trưởng phòng|1975|1999
        """, """
        name|born|position|joined
        Thiều Văn Chửu|1968|Đại tá, Giám đốc|1990
        Thôi Thị Nga|1975|Thượng tá, Trưởng phòng|1999
        """),
    "một người trên hai dòng, dòng sau không số": list_of("""
        STT|Họ và tên|Năm sinh|Đơn vị|Chức vụ
        1|Tưởng Dân|1960|Chi bộ Trường|Bí thư chi bộ,
        |Bảo||Tiểu học|hiệu trưởng
        2|Từ Thị Hòa|1970|Chi bộ Chợ|Chi ủy viên
        """, """
        name|born|delegation|position
        Tưởng Dân|1960|Chi bộ Trường|Bí thư chi bộ,
        Từ Thị Hòa|1970|Chi bộ Chợ|Chi ủy viên
        """, problems=1),
    "đề mục Đơn vị: Chi bộ": list_of("""
        Đơn vị: Chi bộ Thôn Trung|||
        STT|Họ và tên|Năm sinh|Ghi chú
        1|Dư Văn Châm|1960|
        2|Đầu Thị Thúy|1970|
        |||
        Đơn vị: Chi bộ Thôn Hạ|||
        STT|Họ và tên|Năm sinh|Ghi chú
        1|Giao Văn Sỹ|1961|
        2|Hán Thị Vân|1971|
        """, """
        name|born|delegation
        Dư Văn Châm|1960|Chi bộ Thôn Trung
        Đầu Thị Thúy|1970|Chi bộ Thôn Trung
        Giao Văn Sỹ|1961|Chi bộ Thôn Hạ
        Hán Thị Vân|1971|Chi bộ Thôn Hạ
        """),
    "trưởng đoàn trong ngoặc, họ hiếm": list_of("""
        STT|Họ và tên|Chức danh|Đơn vị|Điện thoại|Ghi chú
        1|Kiểu Văn Hai⏎(Trưởng đoàn)|Chủ tịch|LĐLĐ huyện|0912.345.678|
        2|Kông Thị Ba|UV|LĐLĐ huyện|+84 912 345 679|Vắng có lý do
        3|La Thành Chơn*|UV|CĐGD|(0292) 3888 999|
        """, """
        name|position|delegation
        Kiểu Văn Hai|Chủ tịch|LĐLĐ huyện
        Kông Thị Ba|UV|LĐLĐ huyện
        La Thành Chơn|UV|CĐGD
        """),
    "họ tên và ngày sinh một ô, họ hiếm": list_of("""
        DANH SÁCH ỨNG CỬ VIÊN||||||
        STT|Họ và tên, ngày tháng năm sinh|Quê quán|Chức vụ|Trình độ|Ghi chú
        1|Sa Văn Khuyên - 05/6/1975|Sơn La|Bí thư|ĐH|
        2|Sáy Thị Dung, sinh 1980|Yên Bái|PBT|CĐ|
        3|Sìn Văn Đoàn (1985)|Lai Châu|UV|TC|
        """, """
        name|born|position
        Sa Văn Khuyên|1975-06-05|Bí thư
        Sáy Thị Dung|1980|PBT
        Sìn Văn Đoàn|1985|UV
        """),
    "câu hỏi không đầu đề quen": list_of("""
        Họ tên đồng chí|Sinh hoạt tại chi bộ|Là đại biểu|Nam hay nữ|Sinh ngày|Kết nạp|Chính thức
        Vừ Già Pó|Bản Tà Số|chính thức|nam|1/1/1970|2/2/1992|2/2/1993
        Xeo Thị Chứ|Bản Pa Khua|dự khuyết|nữ|3/3/1980|4/4/2002|4/4/2003
        """, """
        name|born|gender|delegation|kind|joined|official_on
        Vừ Già Pó|1970-01-01|nam|Bản Tà Số|official|1992-02-02|1993-02-02
        Xeo Thị Chứ|1980-03-03|nữ|Bản Pa Khua|alternate|2002-04-04|2003-04-04
        """),
    "phần của ngày để trống": list_of("""
        STT|Họ và tên|Ngày sinh|Ngày vào Đảng|Chức vụ
        1|Khà A Lau|1970 - 12 - 01|15.3.95|BT
        2|Khà Thị Luông|1/1980|7/11/2005|
        3|Khà Văn Sinh|00/00/1965|--/--/1990|
        4|Khà Y Dê|??/5/1977|?|
        5|Khà Văn Tếnh|1/ /1978|x|
        """, """
        name|born|joined
        Khà A Lau|1970-12-01|1995-03-15
        Khà Thị Luông|1980-01|2005-11-07
        Khà Văn Sinh|1965|1990
        Khà Y Dê|1977-05|
        Khà Văn Tếnh|1978|
        """),
    "phiếu hỏi: của đại biểu": list_of("""
        Họ tên đại biểu|Ngày sinh của đại biểu|Giới tính của đại biểu|Đoàn TNCS/đơn vị|Chức vụ
        Ngải Thị Sảo|2001-05-06T00:00:00|Nữ|Huyện đoàn Si Ma Cai|Bí thư
        Ngải Seo Cháng|1999-12-01T00:00:00|Nam|Huyện đoàn Si Ma Cai|
        """, """
        name|born|gender|delegation|position
        Ngải Thị Sảo|2001-05-06|nữ|Huyện đoàn Si Ma Cai|Bí thư
        Ngải Seo Cháng|1999-12-01|nam|Huyện đoàn Si Ma Cai|
        """),
    "phóng viên không tên": list_of("""
        STT|Cơ quan, đơn vị|Họ và tên đại biểu khách mời|Chức vụ|Ghi chú
        1|Tỉnh ủy|Vàng Seo Phử|Phó Bí thư Thường trực|Chủ trì
        2|UBND tỉnh|Vàng Thị Vân|Phó Chủ tịch|
        3|Báo, Đài|Phóng viên||02 người
        """, """
        name|position|delegation
        Vàng Seo Phử|Phó Bí thư Thường trực|Tỉnh ủy
        Vàng Thị Vân|Phó Chủ tịch|UBND tỉnh
        Phóng viên||Báo, Đài
        """),
    "đề mục giữa đơn vị ghi một lần": list_of("""
        STT|Họ và tên|Năm sinh|Đơn vị
        1|Ksor Phước|1960|Krông Pa
        2|Ksor H'Bơ Khăp|1970|Krông Pa
        Krông Nô|||
        1|Lơ Mu Hà Niêm|1980|
        2|Liêng Hót Ha Hai|1990|
        """, """
        name|born|delegation
        Ksor Phước|1960|Krông Pa
        Ksor H'Bơ Khăp|1970|Krông Pa
        Lơ Mu Hà Niêm|1980|Krông Nô
        Liêng Hót Ha Hai|1990|Krông Nô
        """),
    "chi bộ sau gạch nối": list_of("""
        STT|Họ và tên|Năm sinh|Ghi chú
        1|Đỗ Hành - Chi bộ 1|1960|
        2|Đỗ Thị Bích - Chi bộ 2|1970|
        3|Đỗ Nhuận, Phó Bí thư Chi bộ 2|1980|
        """, """
        name|born|delegation|position
        Đỗ Hành|1960|Chi bộ 1|
        Đỗ Thị Bích|1970|Chi bộ 2|
        Đỗ Nhuận|1980||Phó Bí thư Chi bộ 2
        """),
    "số điện thoại trong ô họ tên": list_of("""
        STT|Họ và tên|Số điện thoại|Năm sinh
        1|Hà Huy Giáp (0912345678)||1960
        2|Hà Thị Cầu - ĐT: 0987654321||1970
        3|Hà Đặng Ấn|0901234567|1980
        """, """
        name|born
        Hà Huy Giáp|1960
        Hà Thị Cầu|1970
        Hà Đặng Ấn|1980
        """),
    "tiêu đề hai thứ tiếng": list_of("""
        No|Họ và tên|Ngày sinh|Giới tính|Đơn vị
        |Full name|Date of birth|Gender|Unit
        1|Lê Duy Ứng|15/06/1960|Nam/Male|Tổ 1
        2|Lê Thị Riêng|07/08/1970|Nữ/Female|Tổ 2
        """, """
        name|born|gender|delegation
        Lê Duy Ứng|1960-06-15|nam|Tổ 1
        Lê Thị Riêng|1970-08-07|nữ|Tổ 2
        """),
    "học vị sau tên": list_of("""
        HỌ VÀ TÊN|NĂM SINH|ĐƠN VỊ|CHỨC VỤ
        Ngô Gia Tự|1960|Đảng ủy Khối|Phó Bí thư
            Ngô Thị Tuyển|1970|Đảng ủy Khối|Ủy viên
        NGÔ TẤT TỐ, TS|1980|Trường CT|Hiệu phó
        """, """
        name|born|position
        Ngô Gia Tự|1960|Phó Bí thư
        Ngô Thị Tuyển|1970|Ủy viên
        NGÔ TẤT TỐ|1980|Hiệu phó
        """),
    "tên khách mời": list_of("""
        STT|Tên khách mời|Chức danh|Đơn vị công tác|Số lượng
        1|Nông Đức Mạnh|Nguyên Bí thư Huyện ủy|Nghỉ hưu|1
        2|Thường trực HĐND huyện|||2
        3|Nông Thị Trưng|Chủ tịch|UBND huyện|1
        """, """
        name|position|delegation
        Nông Đức Mạnh|Nguyên Bí thư Huyện ủy|Nghỉ hưu
        Nông Thị Trưng|Chủ tịch|UBND huyện
        """),
    "đại biểu mời": list_of("""
        ĐẠI BIỂU CHÍNH THỨC||||
        Họ và tên|Ngày sinh|Nam|Nữ|Đơn vị
        Trương Định|1/1/1960|x||Tổ 1
        Trương Thị Ngào|2/2/1970||x|Tổ 1
        ĐẠI BIỂU DỰ KHUYẾT||||
        Trương Gia Mô|3/3/1980|x||Tổ 2
        ĐẠI BIỂU MỜI||||
        Từ Giấy|4/4/1950|x||Viện
        """, """
        name|born|gender|delegation|kind
        Trương Định|1960-01-01|nam|Tổ 1|official
        Trương Thị Ngào|1970-02-02|nữ|Tổ 1|official
        Trương Gia Mô|1980-03-03|nam|Tổ 2|alternate
        Từ Giấy|1950-04-04|nam|Viện|guest
        """),
    "rút tên, chuyển sinh hoạt": list_of("""
        STT|Họ và tên|Năm sinh|Chi bộ
        1|Chế Lan Viên|1960|Chi bộ 1
        2|Chế Thị Hạnh|1970|Chi bộ 1
        3|Rút tên||
        4|Chuyển sinh hoạt||
        5|Chử Đồng|1980|Chi bộ 2
        """, """
        name|born|delegation
        Chế Lan Viên|1960|Chi bộ 1
        Chế Thị Hạnh|1970|Chi bộ 1
        Chử Đồng|1980|Chi bộ 2
        """, problems=2),
    "chữ tràn xuống dòng dưới": list_of("""
        STT|Họ và tên|Năm sinh|Chức vụ|Đơn vị
        1|Ma Văn Kháng|1960|Bí thư Đảng ủy, Chủ tịch|UBND xã Tân
        |||HĐND|
        2|Ma Thị Hòa|1970|Phó Chủ tịch|UBND xã Tân
        |||UBMTTQ xã|Thịnh
        """, """
        name|born|delegation
        Ma Văn Kháng|1960|UBND xã Tân
        Ma Thị Hòa|1970|UBND xã Tân
        """, problems=2),
    "dấu sao thay số ở đề mục": list_of("""
        STT|Họ và tên|Năm sinh|Chức vụ
        *|Khối Đảng||
        1|Mai Văn Ninh|1966|Chánh VP
        *|Khối Chính quyền||
        3|Mai Hữu Phúc|1988|CT UBND
        """, """
        name|born|delegation
        Mai Văn Ninh|1966|Khối Đảng
        Mai Hữu Phúc|1988|Khối Chính quyền
        """),
    "họ Ông trong cột họ đệm": list_of("""
        STT|Họ và tên đệm|Tên|Ngày sinh|Lớp
        1|Ông Văn|Ích|01/02/2005|12A
        2|Ông Thị|Kiều|03/04/2006|11B
        """, """
        name|born|gender|delegation
        Ông Văn Ích|2005-02-01||12A
        Ông Thị Kiều|2006-04-03||11B
        """),
    "đề mục dự khuyết dưới cột thành phần": list_of("""
        TT|Họ và tên|Chức danh|Thành phần
        1|Phó Đức Chính|Bí thư|Đương nhiên
        2|Phó Thị Quý|PBT|Được bầu
        |Dự khuyết||
        1|Phó Bá Sơn|UV|
        """, """
        name|position|kind
        Phó Đức Chính|Bí thư|ex_officio
        Phó Thị Quý|PBT|official
        Phó Bá Sơn|UV|alternate
        """),
    "phòng nghỉ không phải phòng ban": list_of("""
        Mã số thẻ|Họ và tên|Đoàn ĐB|Ghế|Phòng
        D001|Văn Tân ✓|Đoàn A|A1|301
        D002|Văn Thị Uyển|Đoàn A|A2|302
        """, """
        code|name|delegation|seat
        D001|Văn Tân|Đoàn A|A1
        D002|Văn Thị Uyển|Đoàn A|A2
        """),
    "chỉ đơn vị và họ tên, đơn vị ghi một lần": list_of("""
        Đơn vị|Họ và tên
        Tổ 1|Kim Kỷ
        |Kim Thị Canh
        |Kim Tân
        Tổ 2|Kim Nhâm
        |Kim Thị Quý
        """, """
        name|delegation
        Kim Kỷ|Tổ 1
        Kim Thị Canh|Tổ 1
        Kim Tân|Tổ 1
        Kim Nhâm|Tổ 2
        Kim Thị Quý|Tổ 2
        """),
    "chính thức viết tắt dưới ngày vào Đảng": list_of("""
        TT|Họ và tên|Vào Đảng ngày, tháng, năm||Đơn vị
        ||Dự bị|C.thức|
        01|Hà Minh Đức|03-02-1994|03-02-1995|ĐB xã Phú
        """, """
        name|joined|official_on|delegation
        Hà Minh Đức|1994-02-03|1995-02-03|ĐB xã Phú
        """, merges="C1:D1 A1:A2 B1:B2 E1:E2"),
    "pháp danh, số điện thoại mất số 0": list_of("""
        STT|Pháp danh (thế danh)|Số ĐT|Chùa
        1|Đại đức Thích Minh Hòa (Lê Nghĩa)|912345671|Linh Sơn
        2|Ni sư Thích Nữ Diệu Âm (Hà Sáu)|0912 345 672|Phước Long
        """, """
        name|phone
        Đại đức Thích Minh Hòa (Lê Nghĩa)|0912345671
        Ni sư Thích Nữ Diệu Âm (Hà Sáu)|0912 345 672
        """),
    "đơn vị công tác và chức vụ chung cột, đảng viên dự bị": list_of("""
        STT|Họ|và tên|Đơn vị công tác, chức vụ|Cơ quan công tác|Ghi chú
        1|Hà Văn|Một|UBND xã - Công chức|Ủy ban|ĐVDB
        2|Hà Thị|Hai|Trạm y tế - Trưởng trạm|Trạm|
        """, """
        name|position|delegation|kind
        Hà Văn Một|UBND xã - Công chức|Ủy ban|probationary
        Hà Thị Hai|Trạm y tế - Trưởng trạm|Trạm|official
        """),
    "trưởng đoàn dưới tiêu đề, khách nước ngoài": list_of("""
        No|Name|Title
        ĐOÀN XÃ TÂN LỢI
        Trưởng đoàn: Đ/c Lê Văn Tấn
        1|Mr. John Baker|Director
        2|Ms. Nguyen Thi Lan|HR Manager
        ĐOÀN XÃ TÂN PHÚ
        1|Mr. Kim Min Soo|Director
        """, """
        name|gender|delegation
        John Baker|nam|ĐOÀN XÃ TÂN LỢI
        Nguyen Thi Lan|nữ|ĐOÀN XÃ TÂN LỢI
        Kim Min Soo|nam|ĐOÀN XÃ TÂN PHÚ
        """),
    "bí danh sau dấu phẩy": list_of("""
        STT|Họ và tên|Năm sinh
        1|Lê Hồng Sơn, bí danh Ba Sơn|1948
        2|Võ Thị Sáu|1955
        """, """
        name|born
        Lê Hồng Sơn, bí danh Ba Sơn|1948
        Võ Thị Sáu|1955
        """),
    "ban làm đơn vị, tiếp trang sau, tổng hợp theo đơn vị ở cuối": list_of("""
        STT|Họ và tên|Năm sinh
        I|Ban Tổ chức Tỉnh ủy
        1|Giuse Nguyễn Văn Hòa|1960
        2|Maria Trần Thị Lan|...
        |(Tiếp theo trang sau)|
        II|Văn phòng Tỉnh ủy
        1|Phêrô Lê Minh|1975
        Tổng hợp:||
        Chi bộ 1: 2 đ/c||
        """, """
        name|born|delegation
        Giuse Nguyễn Văn Hòa|1960|Ban Tổ chức Tỉnh ủy
        Maria Trần Thị Lan||Ban Tổ chức Tỉnh ủy
        Phêrô Lê Minh|1975|Văn phòng Tỉnh ủy
        """),
}
# fmt: on
