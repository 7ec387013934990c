package main

import (
	"fmt"
	"log/slog"
	"os"
	"regexp"
	"strings"
	"time"
	_ "time/tzdata" // a kiosk's system may lack the zones

	"gongkai/kiosk/catalogue"
	"gongkai/kiosk/diag"
	"gongkai/kiosk/session"
	"gongkai/kiosk/toml"
)

// common are the flags of every command that reads content.
type common struct {
	Content *string `placeholder:"目录" help:"内容目录；默认是程序自带的目录。"`
	Config  string  `placeholder:"文件" help:"本机设置，默认 /etc/kiosk/config.toml（没有也可以）。"`
	State   *string `placeholder:"目录" help:"上次完好的内容留在哪里；默认照本机设置，或由 systemd 给出。"`
}

// config holds a machine's own settings, which synced content can't change. Flags override them.
type config struct {
	name     string // the place's, for a screen without content
	content  string // "": the shipped catalogue
	unknown  bool   // it isn't known which content to show: nothing is shown, least of all another community's catalogue
	state    string // where the content's last good state is kept; "": nowhere
	rotate   int
	zone     *time.Location
	level    slog.Level
	fonts    string   // a directory of fonts beside the program's own
	power    []string // a command that switches the panel, and its arguments
	panel    session.Panel
	distance diag.Spot // of the reading distance
	memory   int64     // MiB that the program may take; 0: as the machine has
	pin      string    // opens the service pages; "": there are none
	proof    bool      // pages carry the code that proves what was shown
	files    []string  // in use, in the order in which they were read
	pins     catalogue.Pins
	metrics  string // the file that node_exporter reads; "": none
}

const configPath = "/etc/kiosk/config.toml"

// configFile is the file's shape.
type configFile struct {
	Name     toml.Text         `toml:"name"`
	Content  toml.Text         `toml:"content"`
	State    toml.Text         `toml:"state"`
	Rotate   toml.Value[int64] `toml:"rotate"`
	Timezone toml.Text         `toml:"timezone"`
	Centre   toml.Text         `toml:"centre"`
	Of       toml.Text         `toml:"catalogue"`
	Hosts    []toml.Text       `toml:"link_hosts"`
	Fonts    toml.Text         `toml:"fonts"`
	Proof    toml.Value[bool]  `toml:"proof"`
	Memory   toml.Value[int64] `toml:"memory_mib"`
	PIN      toml.Text         `toml:"service_pin"`
	Screen   screenFile        `toml:"screen"`
	Panel    panelFile         `toml:"panel"`
	Metrics  metricsFile       `toml:"metrics"`
	Log      struct {
		Level toml.Text `toml:"level"`
	} `toml:"log"`
}

// load reads the machine's settings for a command that must not go on with wrong ones: ok is
// false then.
func (c common) load(s streams) (conf config, ok bool) {
	conf, problems := c.loadLenient(s)
	errors := counts(problems)[diag.Error]
	return conf, errors == 0
}

// loadLenient reads the machine's settings and sets the paths of its fonts. It prints and returns
// what is wrong with the settings; wrong keys count as absent.
func (c common) loadLenient(s streams) (conf config, problems []diag.Problem) {
	path := c.Config
	if path == "" {
		path = configPath
	}
	conf, problems = readConfig(path, c.Config != "")
	conf.seekFonts()
	if c.Content != nil {
		if conf.content = *c.Content; conf.content == "" { // most likely an unset variable of a script
			problems = append(problems, diag.Problem{File: "命令行", Code: "flag-empty", Message: "--content 后面是空的", Fix: "写上内容目录"})
		}
	}
	errors := counts(problems)[diag.Error]
	conf.unknown = conf.content == "" && errors > 0
	switch {
	case c.State != nil:
		conf.state = *c.State
	case conf.state == "":
		conf.state, _, _ = strings.Cut(os.Getenv("STATE_DIRECTORY"), ":") // systemd.exec(5): a list
	}
	problems = append(problems, conf.dropOverlappingState()...)
	diag.WriteText(s.err, problems)
	return conf, problems
}

// settings turns the file's keys into values, with defaults for the absent ones.
func (f configFile) settings() (conf config, problems []diag.Problem) {
	wrong := func(code string, at diag.Spot, message, fix string) {
		problems = append(problems, at.Problem(diag.Error, code, message, fix))
	}
	conf = config{name: strings.TrimSpace(f.Name.V), content: f.Content.V, state: f.State.V, rotate: int(f.Rotate.V), fonts: f.Fonts.V, proof: f.Proof.V}
	if !quarterTurn(conf.rotate) {
		wrong("rotate", f.Rotate.At, fmt.Sprintf("rotate 不能是 %d", conf.rotate), "写成 0、90、180 或 270")
		conf.rotate = 0
	}
	if f.Content.Given() && conf.content == "" {
		wrong("content-blank", f.Content.At, "content 是空的", `写上内容目录，例如 content = "/srv/kiosk/content"`)
	}
	conf.zone, _ = time.LoadLocation("Asia/Shanghai") // embedded
	if f.Timezone.Given() {
		zone, err := time.LoadLocation(f.Timezone.V)
		if err != nil {
			wrong("timezone", f.Timezone.At, fmt.Sprintf("没有叫“%s”的时区", f.Timezone.V), "写成“Asia/Shanghai”")
		} else {
			conf.zone = zone
		}
	}
	if f.Log.Level.Given() {
		if err := conf.level.UnmarshalText([]byte(f.Log.Level.V)); err != nil {
			wrong("log-level", f.Log.Level.At, fmt.Sprintf("log.level 不能是“%s”", f.Log.Level.V), "写成“debug”“info”“warn”或“error”")
		}
	}
	conf.pins = f.pins(wrong)
	conf.memory = memorySetting(&f.Memory, wrong)
	if f.PIN.Given() && !servicePIN.MatchString(f.PIN.V) {
		wrong("service-pin", f.PIN.At, wrongPIN, fixPIN)
	} else {
		conf.pin = f.PIN.V
	}
	conf.panel, conf.distance = f.Panel.settings(wrong), f.Panel.Distance.At
	warned := func(code string, at diag.Spot, message, fix string) {
		problems = append(problems, at.Problem(diag.Warning, code, message, fix))
	}
	conf.power = f.Screen.settings(wrong, warned)
	conf.metrics = f.Metrics.settings(wrong, warned)
	if f.Fonts.Given() && !isFolder(conf.fonts) { // the screen works without them
		warned("fonts-missing", f.Fonts.At, "没有“"+diag.Printable(conf.fonts)+"”这个字体目录", "写成放字体文件（.ttf、.otf）的目录，或删去这一行")
	}
	return conf, problems
}

// What is said of a wrong PIN, whatever is wrong with it.
const (
	wrongPIN = "service_pin 要是 4 到 8 位数字"
	fixPIN   = `写成 service_pin = "0471" 这样的一行，数字用引号括起来；不用就删去这一行`
)

// pins returns what the content must be: of this centre, with links to these hosts alone.
func (f configFile) pins(wrong func(code string, at diag.Spot, message, fix string)) catalogue.Pins {
	p := catalogue.Pins{Centre: strings.TrimSpace(f.Centre.V), Name: strings.TrimSpace(f.Of.V)}
	for i := range f.Hosts {
		host, ok := catalogue.HostName(f.Hosts[i].V)
		if !ok {
			wrong("link-hosts", f.Hosts[i].At, "link_hosts 里的“"+diag.Excerpt(f.Hosts[i].V, 40)+"”不是域名", `只写域名，不写 https:// 和后面的路径，例如 link_hosts = ["gov.cn"]`)
			continue
		}
		p.Hosts = append(p.Hosts, host)
	}
	return p
}

// servicePIN is what service_pin may be.
var servicePIN = regexp.MustCompile(`^[0-9]{4,8}$`)

// isFolder reports whether there is a directory at path.
func isFolder(path string) bool {
	info, err := os.Stat(path)
	return err == nil && info.IsDir()
}

// quarterTurn reports whether a screen can be turned by so many degrees.
func quarterTurn(degrees int) bool {
	return degrees == 0 || degrees == 90 || degrees == 180 || degrees == 270
}
