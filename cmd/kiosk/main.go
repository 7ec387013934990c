// Command kiosk shows a community's disclosure catalogue on a touch panel, and
// includes the tools around it: check, init, snapshot. Each subcommand is a file;
// it takes arguments and streams and returns an exit code (0 fine, 1 problems found,
// 2 bad usage). Only main exits.
package main

import (
	"context"
	"fmt"
	"io"
	"os"
	"os/signal"
	"path/filepath"
	"syscall"

	"github.com/alecthomas/kong" // subcommands, defaults and help from struct tags in one module
)

// cli is the command line.
type cli struct {
	Run      runCmd      `cmd:"" default:"withargs" help:"在屏幕上显示目录（默认命令）。"`
	Init     initCmd     `cmd:"" help:"写出一份可以着手修改的内容目录，从不覆盖已有文件。"`
	Check    checkCmd    `cmd:"" help:"检查内容，列出每一处问题和改法。"`
	Snapshot snapshotCmd `cmd:"" help:"把画面存成 PNG 图片或 PDF，不需要屏幕。"`
	Version  versionCmd  `cmd:"" help:"显示版本。"`
	Preview  previewCmd  `cmd:"" group:"office" help:"打开预览窗口：屏幕会怎样，内容有什么问题。"`
	Import   importCmd   `cmd:"" group:"office" help:"把目录表（Excel）或通知（Word）收进内容目录，没有地方放的一处一处列出来。"`
	Export   exportCmd   `cmd:"" group:"office" help:"把内容写成 Excel 表格，能打印，改好再导回来。"`
	Diff     diffCmd     `cmd:"" group:"office" help:"比较两份内容，列出居民会看到什么不同。"`
	New      newCmd      `cmd:"" group:"office" help:"写一条公告、一张海报、一个事项或一节办事指南。"`
	Status   statusCmd   `cmd:"" group:"administrator" help:"问正在运行的 kiosk：画面、内容、时钟、问题、内存。"`
	Office   officeCmd   `cmd:"" hidden:"" help:"检查.bat、新公告.bat、导出表格.bat 用的。"`
	Replay   replayCmd   `cmd:"" group:"administrator" help:"重放一次崩溃前的经过。"`
}

// groups are the groups of commands in the help; the first commands have none.
var groups = []kong.Group{{Key: "office", Title: "办公室的命令："}, {Key: "administrator", Title: "管理员的命令："}}

// streams are a command's outputs.
type streams struct{ out, err io.Writer }

// Exit codes.
const (
	fine  = 0
	found = 1 // problems found, or the command failed
	usage = 2
	anew  = 3 // run: the service page asks for a restart
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	s, show := speaker()
	code := run(ctx, started(os.Args[1:]), s)
	show(code)
	os.Exit(code)
}

// asDropped returns the arguments as Explorer means them: without any, and with whole paths alone, which were dropped on the program, they
// are preview's.
func asDropped(args []string) []string {
	for _, a := range args {
		if !filepath.IsAbs(a) {
			return args
		}
	}
	return append([]string{"preview"}, args...)
}

// run runs the program and returns its exit code.
func run(ctx context.Context, args []string, s streams) int {
	code := -1
	var c cli
	parser, err := kong.New(&c, kong.Name("kiosk"), kong.Description("社区政务公开触摸屏。例：kiosk run --window 540x960"),
		kong.Writers(s.out, s.err), kong.Exit(func(n int) { code = n }), kong.Vars{"screens": screenNames}, kong.ConfigureHelp(kong.HelpOptions{Compact: true}), kong.Help(printHelp), kong.ExplicitGroups(groups))
	if err != nil {
		panic(err) // the struct tags above are wrong
	}
	k, err := parser.Parse(args)
	if code >= 0 { // help has been printed
		return code
	}
	if err != nil {
		fmt.Fprintf(s.err, "kiosk：%s\n用法：kiosk --help\n", translateUsage(err))
		return usage
	}
	command := k.Selected().Target.Addr().Interface().(interface {
		run(context.Context, streams) int
	})
	return command.run(ctx, s)
}
