package toml

import "testing"

// TestUncomment: a key that a sample shows behind # is used where it stands.
func TestUncomment(t *testing.T) {
	const sample = "# title = 标题\ntitle = \"a\"\n# issuer = \"示例\"\n\n# 置顶\n#pinned = true\n# expire = 2026-11-26\n"
	for _, c := range []struct {
		key   string
		value any
		want  string
	}{
		{"issuer", "朝阳社区", "# title = 标题\ntitle = \"a\"\nissuer = \"朝阳社区\"\n\n# 置顶\n#pinned = true\n# expire = 2026-11-26\n"},
		{"pinned", Literal("true"), "# title = 标题\ntitle = \"a\"\n# issuer = \"示例\"\n\n# 置顶\npinned = true\n# expire = 2026-11-26\n"},
		{"expire", Literal("2026-12-01"), "# title = 标题\ntitle = \"a\"\n# issuer = \"示例\"\n\n# 置顶\n#pinned = true\nexpire = 2026-12-01\n"},
		{"where", "广场", "# title = 标题\ntitle = \"a\"\nwhere = \"广场\"\n# issuer = \"示例\"\n\n# 置顶\n#pinned = true\n# expire = 2026-11-26\n"},
	} {
		got, ok := Set(Uncomment([]byte(sample), c.key), c.key, c.value, []string{"title", "where", "issuer", "pinned", "expire"})
		if !ok || string(got) != c.want {
			t.Errorf("%s:\n%s\nwant\n%s", c.key, got, c.want)
		}
	}
}
