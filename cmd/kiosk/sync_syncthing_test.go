package main

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"io"
	"net"
	"net/http"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"
)

// syncthing is a real Syncthing that connects only to its pair on this machine: its
// administration is a socket in a private directory, its one port is on the loopback.
type syncthing struct {
	*testing.T
	home, id, listen string
	admin            http.Client
}

const syncthingKey = "sync-test"

// syncthingConfig turns off all use of the network, before the first start.
const syncthingConfig = `<configuration version="36">
<gui enabled="true"><address>%s</address><apikey>` + syncthingKey + `</apikey></gui>
<options>
<listenAddress>%s</listenAddress>
<globalAnnounceEnabled>false</globalAnnounceEnabled>
<localAnnounceEnabled>false</localAnnounceEnabled>
<relaysEnabled>false</relaysEnabled>
<natEnabled>false</natEnabled>
<reconnectionIntervalS>1</reconnectionIntervalS>
<urAccepted>-1</urAccepted>
<crashReportingEnabled>false</crashReportingEnabled>
<autoUpgradeIntervalH>0</autoUpgradeIntervalH>
<stunKeepaliveStartS>0</stunKeepaliveStartS>
<startBrowser>false</startBrowser>
<setLowPriority>false</setLowPriority>
</options>
</configuration>`

// startSyncthing starts one with a new identity and ends it with the test.
func startSyncthing(t *testing.T) *syncthing {
	t.Helper()
	home, err := os.MkdirTemp("", "st") // a socket's path is short
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { os.RemoveAll(home) })
	s := &syncthing{T: t, home: home, listen: "tcp://" + freePort(t)}
	path := toolPath(t, "test", "syncthing")
	if out, err := exec.Command(path, "generate", "--home", home, "--no-default-folder", "--skip-port-probing").CombinedOutput(); err != nil {
		t.Fatalf("syncthing generate: %v\n%s", err, out)
	}
	socket := filepath.Join(home, "admin")
	config := fmt.Sprintf(syncthingConfig, socket, s.listen)
	if err := os.WriteFile(filepath.Join(home, "config.xml"), []byte(config), 0o600); err != nil {
		t.Fatal(err)
	}
	s.admin.Transport = &http.Transport{DialContext: func(ctx context.Context, _, _ string) (net.Conn, error) {
		return new(net.Dialer).DialContext(ctx, "unix", socket)
	}}
	s.launch(path)
	var status struct{ MyID string }
	s.eventually("its administration answers", func() bool { return s.ask("GET", "system/status", nil, &status) == nil })
	s.id = status.MyID
	return s
}

func (s *syncthing) launch(path string) {
	s.Helper()
	cmd := exec.Command(path, "serve", "--home", s.home, "--no-browser", "--no-restart", "--no-upgrade", "--no-default-folder")
	var log bytes.Buffer
	cmd.Stdout, cmd.Stderr = &log, &log
	cmd.SysProcAttr = &syscall.SysProcAttr{Pdeathsig: syscall.SIGTERM}
	if err := cmd.Start(); err != nil {
		s.Fatal(err)
	}
	s.Cleanup(func() {
		cmd.Process.Signal(syscall.SIGTERM)
		cmd.Wait()
		if s.Failed() {
			s.Logf("syncthing said:\n%s", log.String())
		}
	})
}

func freePort(t *testing.T) string {
	t.Helper()
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	defer l.Close()
	return l.Addr().String()
}

// ask calls the administration API; body and answer may be nil.
func (s *syncthing) ask(method, path string, body, answer any) error {
	data, err := json.Marshal(body)
	if err != nil {
		return err
	}
	req, err := http.NewRequest(method, "http://syncthing/rest/"+path, bytes.NewReader(data))
	if err != nil {
		return err
	}
	req.Header.Set("X-API-Key", syncthingKey)
	r, err := s.admin.Do(req)
	if err != nil {
		return err
	}
	defer r.Body.Close()
	text, err := io.ReadAll(r.Body)
	if err != nil {
		return err
	}
	if r.StatusCode != http.StatusOK {
		return fmt.Errorf("%s %s: %s: %s", method, path, r.Status, text)
	}
	if answer == nil {
		return nil
	}
	return json.Unmarshal(text, answer)
}

func (s *syncthing) must(err error) {
	s.Helper()
	if err != nil {
		s.Fatal(err)
	}
}

// eventually retries a request: Syncthing sends no events before it runs.
func (s *syncthing) eventually(what string, ok func() bool) {
	s.Helper()
	for late := time.Now().Add(patience); !ok(); time.Sleep(20 * time.Millisecond) {
		if time.Now().After(late) {
			s.Fatalf("not within %v: %s", patience, what)
		}
	}
}

// expect registers another one, which will connect, and shares a folder with it.
func (s *syncthing) expect(other *syncthing, dir, kind string) { s.share(other, "dynamic", dir, kind) }

// call registers another one and connects to it. Only one of two connects: two crossing connections cost seconds.
func (s *syncthing) call(other *syncthing, dir, kind string) { s.share(other, other.listen, dir, kind) }

func (s *syncthing) share(other *syncthing, address, dir, kind string) {
	s.Helper()
	s.must(s.ask("PUT", "config/devices/"+other.id, map[string]any{"deviceID": other.id, "addresses": []string{address}}, nil))
	s.must(s.ask("PUT", "config/folders/content", map[string]any{
		"id": "content", "path": dir, "type": kind, "fsWatcherEnabled": true, "fsWatcherDelayS": 1, "rescanIntervalS": 60,
		"devices": []any{map[string]any{"deviceID": s.id}, map[string]any{"deviceID": other.id}},
	}, nil))
}

// pause cuts the connection to another one, or restores it.
func (s *syncthing) pause(other *syncthing, paused bool) {
	s.Helper()
	s.must(s.ask("PATCH", "config/devices/"+other.id, map[string]any{"paused": paused}, nil))
	s.eventually("connected or not", func() bool {
		var now struct {
			Connections map[string]struct{ Connected bool }
		}
		s.must(s.ask("GET", "system/connections", nil, &now))
		return now.Connections[other.id].Connected == !paused
	})
}

// scan makes Syncthing scan the folder at once.
func (s *syncthing) scan() {
	s.Helper()
	s.must(s.ask("POST", "db/scan?folder=content", nil, nil))
}

// syncthingPair is an office that only sends and a kiosk that only receives. There is nothing to
// run: Syncthing detects changes automatically.
func syncthingPair(o *office) func() {
	o.must(os.MkdirAll(o.to, 0o755))
	sends, receives := startSyncthing(o.T), startSyncthing(o.T)
	receives.expect(sends, o.to, "receiveonly")
	sends.call(receives, o.from, "sendonly")
	return func() {}
}

// TestSyncConflict changes a file on both sides while they are disconnected. The screen shows one
// of the two, whole, and Syncthing's copy of the other is reported with both names.
func TestSyncConflict(t *testing.T) {
	t.Parallel()
	o := newOffice(t)
	o.must(os.MkdirAll(o.to, 0o755))
	here, there := startSyncthing(t), startSyncthing(t)
	there.expect(here, o.to, "sendreceive")
	here.call(there, o.from, "sendreceive")
	o.witness = watch(t, o.to)
	o.until(t, 0, "the first content", func(s seen) bool {
		return s.Catalogue != nil && s.Catalogue.Revision == o.whole.states[0].Revision
	})

	here.pause(there, true)
	o.replace(item6, `"残疾人补贴"`, `"残疾人补贴（示例甲）"`)
	o.whole.note(t, o.from)
	other := office{T: t, from: o.to}
	other.replace(item6, `"残疾人补贴"`, `"残疾人补贴（示例乙）"`)
	o.whole.note(t, o.to)
	here.scan()
	there.scan()
	n := o.count()
	here.pause(there, false)

	name, _ := strings.CutSuffix(item6, ".toml")
	o.until(t, n, "the conflict copy reported", func(s seen) bool {
		for _, p := range s.Problems {
			if strings.HasPrefix(p.File, name+".sync-conflict-") && strings.Contains(p.Message, item6) && !p.Breaks() {
				t.Log(p)
				return true
			}
		}
		return false
	})
	o.verify(t, &o.whole)
}
