"""Family names of Vietnam: the witness that a text may be somebody's name,
never that it is none."""

from __future__ import annotations

from congress_desk.domain.text.clean_text import clean_text

_LIST = """
    nguyễn trần lê phạm hoàng huỳnh phan vũ võ đặng bùi đỗ hồ ngô dương lý đinh đào đoàn trịnh mai
    cao tạ tô tôn tống từ thái thạch thân tăng tiêu tiết triệu trương trình vương văn viên vi ứng
    ung ung uông tưởng tường tòng thi thiều thục tào tất sầm sơn sử sùng quách quan quảng quàng
    phùng
    phương phí phó phù ông ôn nông nghiêm ninh nhâm nhan ngọ ngụy nguyên mạc mạch mẫn mã ma mùa mông
    lương lưu lục lữ lã lại lâm lò lường lăng la lãnh linh lô lừ lèng long kiều kim khương khuất
    khổng khúc khiếu
    khang kha hứa hà hàn hầu hạ hán hồng hoa hình hùng hờ hạng giang giàng giáp già doãn danh diệp
    đàm đồng
    đường đổng đan đậu điêu điền đèo đới cồ công cung chu châu chương chử cái cầm cáp cà cù cấn chế
    chung chúc
    bế bàn bạch bành bồ bàng biện bá cam cảnh âu ấu ân an y ya siu ksor kpă kpa rơ rah ro nay niê
    hmok mlô
    êban adrơng ayun byă knul kbuôr h' k' kră krông kră pang thào vàng vừ vù và lầu ly lù lỳ chảo
    chẩu tẩn phàn phà
    hảng cứ sừ xa hoàng cil bon liêng krajan ra đa pơloong blúp hồi zơrâm alăng bríu bh'nướch arất
    colâu hốih
    viêm thẩm thang thới thời tiền trà trang tri trầm triệu tuấn vạn vòng vày vầy voòng sú sín sì
    sẻn phủ
    trưng trừ cung đái đặng đổ đỡ nghị nhữ nhự khưu khâu kiên kinh lạc lai lang lao lều liễu lộ lỗ
    lợi lê-nguyễn
    mang mầu miêu minh mục mười ngân nguỵ nhạc nhiêu ổn phi phục quang quế quốc quyền sái sư tả tạo
    tấn thánh thành thoại thôi
    thủy thường tiếp tín toàn tòa tri trì tri vĩnh vũ xà xìn xồng yên
    sa sáy sìn kiểu liêu áo ca dư hán hắc huyền kham kông lãnh lạng luyện lôi mấu nại não niêm
    ngúa ngải ô pờ phạn pinăng rah r'com sần tà tằng thạc xeo xín xả zơ coor hôih bạc bồng chá
    chìu chíu coóng íp khù lơ lềnh lềm giả hủng hử kpuih k'sor lìm mí nì phềnh pảng phùn rmah
    rơ-ô seo sìu sừng sủng tráng tếnh vản vảng xúa
"""
FAMILY_NAMES = frozenset(_LIST.split())


def begins_with_family_name(text: str) -> bool:
    """Say whether the first word of a text is a family name that is known."""
    first = clean_text(text).casefold().partition(" ")[0]
    return first in FAMILY_NAMES or first.startswith(("h'", "h’", "y-", "h-", "k'"))
