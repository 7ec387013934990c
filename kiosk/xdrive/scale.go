package xdrive

import (
	"fmt"

	"github.com/jezek/xgb/xproto"
)

// Magnify has programs that start from now on show what they show larger by a percentage, as desktops do for fine monitors (Xft.dpi,
// which 96 is the usual value of).
func (s *Server) Magnify(percent int) error {
	text := fmt.Sprintf("Xft.dpi:\t%d\n", 96*percent/100)
	return xproto.ChangePropertyChecked(s.conn, xproto.PropModeReplace, s.root, xproto.AtomResourceManager, xproto.AtomString, 8, uint32(len(text)), []byte(text)).Check()
}
