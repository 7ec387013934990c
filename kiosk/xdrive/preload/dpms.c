/* Preloaded into Xorg, this gives the dummy driver's monitor a switch (DPMS), as those of graphics cards have. */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <stdio.h>
#include <string.h>

/* The server's own. They are missing in a shell that starts it. */
#pragma weak xf86DPMSInit
#pragma weak xf86Screens
#pragma weak xf86ScrnToScreen
extern int xf86DPMSInit(void *screen, void (*set)(void *, int, int), int flags);
extern void **xf86Screens;
extern void *xf86ScrnToScreen(void *screen);

static void set(void *screen, int level, int flags) {}

/* The server logs the extension before it looks for a switch: nothing else outside it is called at that time. */
size_t fwrite(const void *data, size_t size, size_t n, FILE *f)
{
	static const char moment[] = "extension DPMS";
	size_t (*next)(const void *, size_t, size_t, FILE *) = dlsym(RTLD_NEXT, "fwrite");
	if (xf86DPMSInit && memmem(data, size * n, moment, sizeof moment - 1))
		xf86DPMSInit(xf86ScrnToScreen(xf86Screens[0]), set, 0);
	return next(data, size, n, f);
}
