/* pango PARAGRAPHS MEASURE SIZE PASSES FONT: sets the paragraphs, one a line of a
 * file, with Pango and paints them with cairo, each on a cleared ground, and prints
 * a line for each of the two: its name, then the seconds of the first, the middle
 * and the best pass. Each is timed in a process of its own, so that its first pass
 * finds caches empty. */
#include <pango/pangocairo.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

struct job {
	char **texts; /* up to a NULL */
	int measure, size, passes;
	const char *font;
};

static double seconds(void)
{
	struct timespec t;
	clock_gettime(CLOCK_MONOTONIC, &t);
	return t.tv_sec + t.tv_nsec / 1e9;
}

static int by_size(const void *a, const void *b)
{
	double d = *(const double *)a - *(const double *)b;
	return (d > 0) - (d < 0);
}

static PangoContext *context(void)
{
	PangoContext *c = pango_font_map_create_context(pango_cairo_font_map_new());
	cairo_font_options_t *o = cairo_font_options_create();
	cairo_font_options_set_antialias(o, CAIRO_ANTIALIAS_GRAY);
	cairo_font_options_set_hint_style(o, CAIRO_HINT_STYLE_NONE);
	cairo_font_options_set_hint_metrics(o, CAIRO_HINT_METRICS_OFF);
	pango_cairo_context_set_font_options(c, o);
	cairo_font_options_destroy(o);
	pango_context_set_language(c, pango_language_from_string("zh-cn"));
	return c;
}

static PangoLayout *set(PangoContext *c, PangoFontDescription *font, const struct job *j, const char *text, int *height)
{
	PangoLayout *l = pango_layout_new(c);
	pango_layout_set_font_description(l, font);
	pango_layout_set_width(l, j->measure * PANGO_SCALE);
	pango_layout_set_wrap(l, PANGO_WRAP_WORD_CHAR);
	pango_layout_set_justify(l, TRUE);
	pango_layout_set_text(l, text, -1);
	pango_layout_get_pixel_size(l, NULL, height);
	return l;
}

static void show(cairo_t *cr, PangoLayout *l, int measure, int height)
{
	cairo_set_source_rgb(cr, 1, 1, 1);
	cairo_rectangle(cr, 0, 0, measure, height);
	cairo_fill(cr);
	cairo_set_source_rgb(cr, 0.12, 0.1, 0.09);
	cairo_move_to(cr, 0, 0);
	pango_cairo_show_layout(cr, l);
}

static void measure(const struct job *j, int paint)
{
	PangoContext *c = context();
	PangoFontDescription *font = pango_font_description_from_string(j->font);
	pango_font_description_set_absolute_size(font, j->size * PANGO_SCALE);
	pango_context_load_font(c, font);
	cairo_surface_t *sheet = cairo_image_surface_create(CAIRO_FORMAT_ARGB32, j->measure, 1200);
	cairo_t *cr = cairo_create(sheet);
	double *took = g_new(double, j->passes);
	for (int p = 0; p < j->passes; p++) {
		double start = seconds();
		for (char **t = j->texts; *t; t++) {
			int height;
			PangoLayout *l = set(c, font, j, *t, &height);
			if (paint)
				show(cr, l, j->measure, height);
			g_object_unref(l);
		}
		cairo_surface_flush(sheet);
		took[p] = seconds() - start;
	}
	qsort(took + 1, j->passes - 1, sizeof *took, by_size);
	printf("%s %g %g %g\n", paint ? "painted" : "laid", took[0], took[1 + (j->passes - 1) / 2], took[1]);
}

int main(int argc, char **argv)
{
	char *file;
	if (argc != 6 || !g_file_get_contents(argv[1], &file, NULL, NULL))
		return 2;
	struct job j = {g_strsplit(g_strstrip(file), "\n", 0), atoi(argv[2]), atoi(argv[3]), atoi(argv[4]), argv[5]};
	for (int paint = 0; paint < 2; paint++) {
		if (fork() == 0) {
			measure(&j, paint);
			return 0;
		}
		wait(NULL);
	}
	return 0;
}
