package word

import (
	"slices"
	"strings"
	"unicode/utf8"
)

// What is copied from WeChat brings along the lines of its page: above the text who published it and when, below it what
// the reader may press, and of a chat who wrote.

// bylines is how many lines below a title may be its byline.
const bylines = 6

// byline takes off the lines below an article's title, up to the one with its moment, and the place behind it.
func (t *letter) byline() {
	t.trim()
	at := slices.IndexFunc(t.lines[:min(bylines, len(t.lines))], func(l string) bool {
		return stamp().MatchString(l) && utf8.RuneCountInString(l) <= 60 || ago().MatchString(strings.TrimSpace(l))
	})
	if at < 0 {
		return
	}
	for _, l := range t.lines[:at] {
		if utf8.RuneCountInString(strings.TrimSpace(l)) > 30 || strings.ContainsAny(l, "。；，：") {
			return // a text of its own, that names a moment
		}
	}
	line := t.lines[at]
	before, _, _ := strings.Cut(line, stamp().FindString(line))
	if ago().MatchString(strings.TrimSpace(line)) {
		before = ""
		t.document.unread = strings.TrimSpace(line)
	} else if after := line[strings.Index(line, stamp().FindString(line))+len(stamp().FindString(line)):]; utf8.RuneCountInString(strings.TrimSpace(after)) > 12 || strings.ContainsAny(before+after, "。；，：:") || eventLabel().MatchString(before) {
		return
	} else {
		t.day, _ = dayWithTime(line)
	}
	words := strings.Fields(strings.Join(append(slices.Clone(t.lines[:at]), before), " "))
	words = slices.DeleteFunc(words, func(w string) bool { return w == "原创" || w == "转载" })
	if len(words) > 0 {
		t.issuer = words[len(words)-1]
	}
	end := at + 1
	for end < len(t.lines) && (strings.TrimSpace(t.lines[end]) == "" || place().MatchString(strings.TrimSpace(t.lines[end]))) {
		end++
	}
	t.leave(t.lines[:end])
	t.lines = t.lines[end:]
}

var (
	ago   = lazily(`^(?:刚刚|昨天|前天|\d+\s*(?:分钟|小时|天|周|个月)前)(?:\s*\d{1,2}:\d{2})?$`)
	place = lazily(`^(?:发表于\s*)?(?:北京|天津|上海|重庆|河北|山西|辽宁|吉林|黑龙江|江苏|浙江|安徽|福建|江西|山东|河南|湖北|湖南|广东|海南|四川|贵州|云南|陕西|甘肃|青海|台湾|内蒙古|广西|西藏|宁夏|新疆|香港|澳门|听全文|听|\d+人听过|标题已修改)$`)
)

// page matches a line that WeChat's page has below an article.
var page = lazily(`^(?:阅读原文|阅读\s*[\d.,]+\s*[万wW+]*|在看|点赞|赞|分享|收藏|推荐|留言|写留言|精选留言|分享\s*收藏\s*在看.*|点赞\s*在看.*|喜欢此内容的人还喜欢|预览时标签不可点|微信扫一扫.*|关注该公众号|继续滑动看下一[个篇]|轻触阅读原文|向上滑动看下一[个篇]|知道了|使用小程序|取消|允许|×|视频|小程序|轻点两下取消.*|赞，轻点两下取消赞|在看，轻点两下取消在看|[：:，。]|\d+\s*人划线|不喜欢|不看的原因.*|内容质量低|不看此公众号|长按.{0,12}二维码.*|扫码关注.{0,12}|点击上方.{0,12}关注.{0,6}|点击蓝字.{0,6}关注.{0,6})$`)

// dropPage takes off the lines of the page below a text, and those above it that ask to subscribe.
func (t *letter) dropPage() {
	end := len(t.lines)
	for end > 0 && (strings.TrimSpace(t.lines[end-1]) == "" || page().MatchString(strings.TrimSpace(t.lines[end-1]))) {
		end--
	}
	t.leave(t.lines[end:])
	from := 0
	for from < end && (strings.TrimSpace(t.lines[from]) == "" || page().MatchString(strings.TrimSpace(t.lines[from]))) {
		from++
	}
	t.leave(t.lines[:from])
	t.lines = t.lines[from:end]
}

// sender matches the line above a message of a chat: a name and a moment.
var sender = lazily(`^\s*\S{1,20}[\s:：]+(?:(?:(?:19|20)\d\d[年\-/.])?\d{1,2}[月\-/.]\d{1,2}日?\s+|(?:星期|周)[一二三四五六日天]\s*|昨天\s*)?(?:上午|下午|晚上|凌晨|中午)?\s*\d{1,2}:\d{2}(?::\d{2})?\s*$`)

// dropChat takes off the line with a message's sender at the beginning of a text. Of several messages the others stay, as a
// reader has to choose.
func (t *letter) dropChat() {
	if len(t.lines) < 2 || !sender().MatchString(t.lines[0]) {
		return
	}
	if m := stamp().FindString(t.lines[0]); m != "" {
		t.day, _ = dayWithTime(m)
	}
	t.leave(t.lines[:1])
	t.lines = t.lines[1:]
	t.trim()
	if slices.ContainsFunc(t.lines, sender().MatchString) {
		t.problems.lost("", "chat-messages", "好像复制了几条聊天消息", "只留要的那一条，再导入")
	}
}

// leave names lines that are no part of the notice.
func (t *letter) leave(lines []string) {
	var words []string
	for _, l := range lines {
		words = append(words, strings.Fields(l)...)
	}
	if len(words) > 0 {
		t.problems.note("", "wechat-words-left-out", "微信页面上的字没有放进公告：“"+cut(strings.Join(words, " "))+"”", "要留的自己加进正文")
	}
}
