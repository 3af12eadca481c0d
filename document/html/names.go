package html

import "strings"

// sign is what the class or id of an element says about it.
type sign uint8

const (
	surelyText  sign = 1 << iota // the names that content systems give to the text alone
	maybeText                    // names that the text and more may have
	surelyNoise                  // navigation, sharing, footers
	maybeNoise                   // parts of the page that may hold anything
	titled                       // the title above the text
)

// signs are the words that classes and ids are made of.
var signs = func() map[string]sign {
	all := map[string]sign{}
	for s, words := range map[sign]string{
		surelyText: `zoom zoomcon trseditor trsueditor trspaperdefault ucapcontent pagescontent articlecontent articlecon articletext
			articlebody articledetail articlemain newscontent newstext newsbody newscon contenttext contentbody contentdetail
			contentarticle detailcontent detailcon xxgkcontent infocontent txtcon textcon conttxt contxt wzcon wznr zwnr zhengwen
			neirong entrycontent postcontent vsbcontent vnewscontent wparticlecontent jscontent richmediacontent`,
		maybeText: `content contents contentbox article articlebox view main maincontent mainbox maintext con detail details text txt show`,
		surelyNoise: `nav navbar navi navigation menu submenu topnav subnav breadcrumb breadcrumbs crumb crumbs mianbao dqwz curpos share sharebox bdsharebuttonbox bdshare
			bshare jiathis socialshare social footer foot copyright sidebar aside related relate relation xgwd xgxw xglj xgyd recommend pager pagination pagebar
			prevnext prenext sxp qrcode ewm erweima search searchbox login friendlink friendlinks yqlj comment comments weixin wechat weibo
			fontsize advert wza accessibility popup toolbar feedback jiucuo`,
		maybeNoise: `header head top topbar bottom side left right position location weizhi tool tools banner logo links print info msg meta xxgkinfo source
			close btn button date time pubtime publish tags`,
		titled: `title articletitle newstitle contenttitle detailtitle wztitle arttitle conttitle contitle infotitle xxgktitle bt biaoti tit titlebox`,
	} {
		for _, w := range strings.Fields(words) {
			all[w] |= s
		}
	}
	return all
}()

// signOf is what a class or id says: names as wholes without their dashes, and
// for noise their single words as well.
func signOf(names string) (found sign) {
	for _, name := range strings.Fields(names) {
		found |= signs[plain(name)]
		for _, w := range words(name) {
			found |= signs[w] & (surelyNoise | maybeNoise)
		}
	}
	return found
}

// plain is a name in lower case without the signs in it.
func plain(name string) string {
	return strings.ToLower(strings.Map(func(r rune) rune {
		if r == '-' || r == '_' || r == '.' {
			return -1
		}
		return r
	}, name))
}

// words splits navBar-top_2 into nav, bar, top.
func words(name string) (out []string) {
	start := 0
	cut := func(end int) {
		if end > start {
			out = append(out, strings.ToLower(name[start:end]))
		}
	}
	for i := range len(name) {
		c := name[i]
		switch {
		case c >= 'A' && c <= 'Z':
			if i > 0 && name[i-1] >= 'a' && name[i-1] <= 'z' {
				cut(i)
				start = i
			}
		case c < 'a' || c > 'z':
			cut(i)
			start = i + 1
		}
	}
	cut(len(name))
	return out
}

// chrome reports whether a line is one that the site puts around a text: tools,
// the way to the page, who runs it. Such lines are short and no sentences.
func chrome(s string) bool {
	const longest = 360
	if len(s) > longest || strings.Contains(s, "。") && !strings.Contains(s, "版权所有") {
		return false
	}
	s = strings.Map(func(r rune) rune {
		if r == ' ' || r == '　' || r == '\n' || r == '\t' {
			return -1
		}
		return r
	}, s)
	for _, w := range chromePhrases {
		if strings.Contains(s, w) {
			return true
		}
	}
	for _, w := range chromeLeads {
		if strings.HasPrefix(s, w) {
			return true
		}
	}
	if strings.Contains(s, "来源：") && len(s) < longest/2 {
		for _, w := range []string{"时间：", "日期：", "作者：", "编辑：", "浏览", "阅读", "发布"} {
			if strings.Contains(s, w) {
				return true
			}
		}
	}
	return strings.TrimFunc(s, inChrome) == ""
}

// inChrome reports whether r is in the names of a page's tools.
func inChrome(r rune) bool {
	return strings.ContainsRune("打印关闭窗口大中小分享收藏纠错字号体默认超返回顶部首页到：:[]【】|/>》·-", r)
}

var chromePhrases = []string{
	"打印本页", "打印此页", "打印本文", "关闭窗口", "关闭本页", "关闭页面", "【字体", "[字体", "字体：大", "字体：小", "字体：【", "字号：", "分享到", "浏览次数", "点击数", "点击次数", "访问量：", "阅读次数", "浏览量",
	"扫一扫在手机", "扫一扫，", "返回顶部", "收藏本页", "加入收藏", "设为首页", "版权所有", "ICP备", "公网安备", "网站标识码", "网站地图", "技术支持：", "Copyright", "copyright", "COPYRIGHT",
}

var chromeLeads = []string{
	"当前位置", "您当前的位置", "您的位置", "您所在的位置", "所在位置", "你的位置", "你现在的位置", "上一篇", "下一篇", "相关链接", "相关阅读", "相关解读", "相关文章", "相关稿件", "责任编辑：", "主办单位：", "主办：", "承办单位：", "承办：",
	"信息来源：", "发布时间：", "发布日期：", "发表时间：", "更新时间：", "发文时间：", "扫描二维码",
}

// archival reports whether a table is the one that a site puts above a
// published document: its number in the index, its subject, its date.
func archival(s string) bool {
	n := 0
	for _, w := range []string{"索引号", "主题分类", "发布机构", "发文机关", "成文日期", "发布日期", "发文字号", "信息分类", "生成日期", "公开方式", "有效性", "公开范围", "公开时限"} {
		if strings.Contains(s, w) {
			n++
		}
	}
	return n >= 3
}
