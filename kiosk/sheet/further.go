package sheet

// The further sheets hold what a centre writes itself: they are no part of the official table, and the same columns
// are written and read.

// kind is how a key's value stands in a cell.
type kind uint8

const (
	textKind     kind = iota // a text; its lines are the cell's
	listKind                 // a list of texts, a line each
	dayKind                  // a day
	momentKind               // a day, or a day and a time
	tickKind                 // √ for true
	numberKind               // a number, as its file has it
	placeKind                // two shares of a plan: 0.4, 0.7
	spansKind                // days and times, a line a span: 一三五 08:30-11:30
	fileKind                 // the file itself
	holidaysKind             // 不开屏, 和星期日一样
	ownKind                  // a text of an item that "" hides, though kiosk.toml has one: 不显示
)

// furtherColumn is a column of a further sheet, and the key that it holds: desk of [contact] is contact.desk.
type furtherColumn struct {
	name  string
	key   string
	kind  kind
	width int
}

// The names of the further sheets.
const (
	noticesName  = "公告"
	guidesName   = "办事指南"
	extrasName   = "事项补充"
	centreName   = "本单位"
	holidaysName = "节假日"
)

// hidden stands for a text that is given and empty.
const hidden = "不显示"

var noticeColumns = []furtherColumn{
	{"文件", "", fileKind, 20},
	{"标题", "title", textKind, 26},
	{"日期", "date", dayKind, 13},
	{"正文", "body", textKind, 64},
	{"发布单位", "issuer", textKind, 16},
	{"图片", "images", listKind, 24},
	{"上屏时间", "publish", momentKind, 18},
	{"下屏时间", "expire", momentKind, 18},
	{"置顶", "pinned", tickKind, 7},
	{"紧急", "urgent", tickKind, 7},
	{"时间", "when", textKind, 16},
	{"地点", "where", textKind, 16},
	{"播出时段", "air", spansKind, 20},
	{"撤下", "withdrawn", tickKind, 7},
	{"认可", "accept", listKind, 16},
}

// guideColumns are those behind 序号 and 事项.
var guideColumns = []furtherColumn{
	{"名目", "heading", textKind, 24},
	{"正文", "body", textKind, 110},
}

// extraColumns are those behind 序号 and 事项.
var extraColumns = []furtherColumn{
	{"一句话", "summary", textKind, 34},
	{"问句", "ask", textKind, 14},
	{"链接", "link", textKind, 30},
	{"图标", "icon", textKind, 12},
	{"更新日期", "updated", dayKind, 13},
	{"复核日期", "reviewed", dayKind, 13},
	{"窗口", "contact.desk", ownKind, 18},
	{"电话", "contact.phone", ownKind, 16},
	{"办公时间", "contact.hours", ownKind, 20},
	{"地址", "contact.address", ownKind, 18},
	{"平面图", "contact.map", ownKind, 18},
	{"位置", "contact.at", placeKind, 12},
	{"认可", "accept", listKind, 16},
}

// centreRows are the rows of 本单位, each a key of kiosk.toml.
var centreRows = []furtherColumn{
	{"单位名称", "centre", textKind, 0},
	{"目录名称", "catalogue", textKind, 0},
	{"窗口", "contact.desk", textKind, 0},
	{"电话", "contact.phone", textKind, 0},
	{"办公时间", "contact.hours", textKind, 0},
	{"地址", "contact.address", textKind, 0},
	{"平面图", "contact.map", textKind, 0},
	{"位置", "contact.at", placeKind, 0},
	{"字的大小", "text", numberKind, 0},
	{"主色", "accent", textKind, 0},
	{"每张停留秒数", "carousel.dwell_seconds", numberKind, 0},
	{"无人操作多少秒后返回", "idle.return_seconds", numberKind, 0},
	{"开屏时间", "screen.on", textKind, 0},
	{"关屏时间", "screen.off", textKind, 0},
	{"开屏时段", "screen.span", spansKind, 0},
	{"节假日开屏", "screen.holidays", holidaysKind, 0},
	{"认可", "accept", listKind, 0},
}

// onHolidays are the words for what the screen does on holidays, by the value of the key.
var onHolidays = map[string]string{"off": "不开屏", "as-sunday": "和星期日一样"}
