// A narrow door to ncursesw: no curses type leaves it.
#ifndef CNCURSES_H
#define CNCURSES_H

#include <stddef.h>
#include <stdint.h>

/// Starts the screen: 0; -1 where no screen is possible. `fallback` becomes 1 where `TERM` was not known.
int curses_start(int wants_colour, int *fallback);

/// The terminal has an echo, although it was off when the screen was started.
void curses_owe_echo(void);

/// Clears what private text stands there, and gives the terminal back as it was found at the start.
void curses_stop(void);

/// Leaves the screen for a while, and comes back to it.
void curses_leave(void);
void curses_return(void);

void curses_size(int *rows, int *columns);

/// Takes over the terminal's present size; what stands is drawn anew at the next flush.
void curses_resize(void);
void curses_redraw(void);

/// Attributes of a run of text; the low byte is a colour: 0 the default, 1 to 8 the eight of ANSI.
enum {
  CURSES_BOLD = 1 << 8,
  CURSES_UNDERLINE = 1 << 9,
  CURSES_REVERSE = 1 << 10,
};

/// Puts UTF-8 text at a place. Text that does not fit the row is cut.
void curses_put(int row, int column, const char *text, size_t count, int attributes);
void curses_clear(void);
void curses_cursor(int row, int column, int visible);
void curses_flush(void);

int curses_has_colour(void);

/// Whether the locale can say more than ASCII.
int curses_has_unicode(void);

/// Keys that are no characters.
enum {
  CURSES_NONE = 0,
  CURSES_UP = -1,
  CURSES_DOWN = -2,
  CURSES_LEFT = -3,
  CURSES_RIGHT = -4,
  CURSES_HOME = -5,
  CURSES_END = -6,
  CURSES_PAGE_UP = -7,
  CURSES_PAGE_DOWN = -8,
  CURSES_BACKSPACE = -9,
  CURSES_DELETE = -10,
  CURSES_BACK_TAB = -11,
  CURSES_F1 = -12,
  CURSES_F12 = -13,
  CURSES_F2 = -20,
  CURSES_F3 = -21,
  CURSES_F4 = -22,
  CURSES_F5 = -23,
  CURSES_PASTE_START = -14,
  CURSES_PASTE_END = -15,
  CURSES_OTHER = -16,
  CURSES_INSERT = -17,
  CURSES_CLICK = -18,
  CURSES_WORD_LEFT = -24,
  CURSES_WORD_RIGHT = -25,
};

/// Whether the mouse is heard; while it is, most terminals select text only with Shift.
void curses_mouse(int on);

/// What the mouse did last: 1 a press at a place, 2 the wheel up, 3 the wheel down, 0 something else.
int curses_click(int *row, int *column);

/// The next key that has arrived: a code point above 0, one of the above, or CURSES_NONE. Never waits.
int32_t curses_key(void);

#endif
