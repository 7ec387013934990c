package sheet

// Field is what a column of the form holds.
type Field uint8

// The columns of the form, in its order. First to Fourth are the levels of items: 一级事项 is an item's category, the
// deepest that a row fills is its title, and those between stand before the title.
const (
	Nothing Field = iota // a column that the form doesn't have
	Number
	Code // 事项编码
	First
	Second
	Third
	Fourth
	Content
	Basis
	Deadline
	Publisher
	Channels
	Audience
	Manner
	Levels // one cell with words, or a column a word below it
	fieldCount
)

// Column is a column of the form: how an item's file names it, and how tables do.
type Column struct {
	Field    Field
	Key      string   // the key of an item's file
	Name     string   // the official form's, which the export writes
	Synonyms []string // other names that are read; spaces, line breaks, marks and what stands in brackets don't count
}

// Columns are the form's columns in its order. 公开对象 and 公开方式 stand before 公开层级 in the forms that have them.
var Columns = []Column{
	{Number, "number", "序号", []string{"编号", "顺序号", "序", "行号", "号", "项次", "行次", "目录序号", "事项序号", "No", "NO", "no"}},
	{Code, "", "事项编码", []string{"编码", "事项代码", "代码", "目录编码", "事项编号"}},
	{First, "category", "一级事项", []string{"一级目录", "一级标题", "一级分类", "一级", "公开事项一级", "事项类别", "类别", "一级公开事项"}},
	{Second, "title", "二级事项", []string{"二级目录", "二级标题", "二级分类", "二级", "公开事项二级", "事项名称", "公开事项名称", "二级公开事项", "公开事项", "事项", "具体事项", "公开项目", "项目名称"}},
	{Third, "title", "三级事项", []string{"三级目录", "三级标题", "三级分类", "三级", "公开事项三级", "三级公开事项"}},
	{Fourth, "title", "四级事项", []string{"四级目录", "四级标题", "四级分类", "四级", "公开事项四级", "四级公开事项"}},
	{Content, "content", "公开内容（要素）", []string{"公开内容要素", "公开内容", "公开要素", "公开内容及要素", "公开内容和要素", "内容要素", "内容"}},
	{Basis, "basis", "公开依据", []string{"依据", "公开的依据", "法律依据", "公开依据文件", "政策依据"}},
	{Deadline, "deadline", "公开时限", []string{"时限", "公开时间", "公开期限", "公开时效"}},
	{Publisher, "publisher", "公开主体", []string{"主体", "公开责任主体", "责任主体", "公开单位", "责任单位", "公开部门", "责任部门"}},
	{Channels, "channels", "公开渠道和载体", []string{"公开渠道", "渠道和载体", "公开渠道与载体", "公开渠道及载体", "公开载体", "公开渠道载体", "公开渠道或载体", "公开途径", "渠道载体"}},
	{Audience, "audience", "公开对象", []string{"对象", "公开范围"}},
	{Manner, "manner", "公开方式", []string{"方式", "公开形式"}},
	{Levels, "levels", "公开层级", []string{"层级", "公开级别", "公开层次", "公开层级别"}},
}

// ColumnOf returns the column of a field; a field that the form doesn't have has the zero Column.
func ColumnOf(f Field) Column {
	for _, c := range Columns {
		if c.Field == f {
			return c
		}
	}
	return Column{}
}
