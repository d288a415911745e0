#include "CNcurses.h"

#include <curses.h>
#include <langinfo.h>
#include <locale.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <termios.h>
#include <unistd.h>
#include <wchar.h>

enum {
  PASTE_START_CODE = 0x600,
  PASTE_END_CODE = 0x601,
  WORD_LEFT_CODE = 0x602,
  WORD_RIGHT_CODE = 0x603,
};

static SCREEN *screen;
static int colour, unicode, owes_echo;

static void say(const char *bytes) {
  size_t count = strlen(bytes);
  while (count > 0) {
    ssize_t written = write(STDOUT_FILENO, bytes, count);
    if (written <= 0) return;
    bytes += written;
    count -= (size_t)written;
  }
}

// In a C locale nothing beyond ASCII has a width: C.UTF-8 stands in where it is there.
static void choose_locale(void) {
  setlocale(LC_CTYPE, "");
  if (MB_CUR_MAX < 4) setlocale(LC_CTYPE, "C.UTF-8");
  unicode = MB_CUR_MAX >= 4;
}

static void set_modes(void) {
  raw();
  noecho();
  nonl();
  keypad(stdscr, TRUE);
  nodelay(stdscr, TRUE);
  intrflush(stdscr, FALSE);
  if (getenv("ESCDELAY") == NULL) set_escdelay(25);
  // Some terminals send the one form of the arrows whatever they were asked for, some the other.
  static const struct { char last; int code; } arrows[] = {
      {'A', KEY_UP}, {'B', KEY_DOWN}, {'C', KEY_RIGHT}, {'D', KEY_LEFT}, {'H', KEY_HOME}, {'F', KEY_END}};
  for (size_t i = 0; i < sizeof arrows / sizeof arrows[0]; i++) {
    char normal[] = {27, '[', arrows[i].last, 0}, application[] = {27, 'O', arrows[i].last, 0};
    if (key_defined(normal) == 0) define_key(normal, arrows[i].code);
    if (key_defined(application) == 0) define_key(application, arrows[i].code);
  }
  // Ctrl and an arrow.
  define_key("\033[1;5D", WORD_LEFT_CODE);
  define_key("\033[1;5C", WORD_RIGHT_CODE);
  define_key("\033[200~", PASTE_START_CODE);
  define_key("\033[201~", PASTE_END_CODE);
  say("\033[?2004h");
}

int curses_start(int wants_colour, int *fallback) {
  *fallback = 0;
  if (!isatty(STDIN_FILENO) || !isatty(STDOUT_FILENO)) return -1;
  const char *term = getenv("TERM");
  if (term != NULL && strcmp(term, "dumb") == 0) return -1;
  choose_locale();
  screen = newterm(NULL, stdout, stdin);
  if (screen == NULL) {
    *fallback = 1;
    screen = newterm("xterm-256color", stdout, stdin);
  }
  if (screen == NULL) return -1;
  colour = wants_colour && has_colors();
  if (colour) {
    start_color();
    use_default_colors();
    for (short i = 0; i < 8; i++) init_pair((short)(i + 1), i, -1);
  }
  set_modes();
  return 0;
}

void curses_owe_echo(void) { owes_echo = 1; }

static void give_back(void) {
  say("\033[?2004l");
  endwin();
}

static void give_echo(void) {
  struct termios modes;
  if (!owes_echo || tcgetattr(STDIN_FILENO, &modes) != 0) return;
  modes.c_lflag |= ECHO;
  tcsetattr(STDIN_FILENO, TCSANOW, &modes);
}

void curses_stop(void) {
  if (screen == NULL) return;
  // Some terminals keep one screen only: what stood there must not stay.
  erase();
  curs_set(1);
  refresh();
  give_back();
  delscreen(screen);
  screen = NULL;
}

void curses_leave(void) {
  erase();
  refresh();
  give_back();
  give_echo();
}

void curses_return(void) {
  say("\033[?2004h");
  clearok(curscr, TRUE);
  refresh();
}

void curses_size(int *rows, int *columns) { getmaxyx(stdscr, *rows, *columns); }

void curses_resize(void) {
  struct winsize size;
  if (ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_row > 0 && size.ws_col > 0) {
    resize_term(size.ws_row, size.ws_col);
  }
  clearok(curscr, TRUE);
}

void curses_redraw(void) { clearok(curscr, TRUE); }

void curses_clear(void) { erase(); }

static attr_t attributes_of(int attributes) {
  attr_t result = A_NORMAL;
  if (attributes & CURSES_BOLD) result |= A_BOLD;
  if (attributes & CURSES_UNDERLINE) result |= A_UNDERLINE;
  if (attributes & CURSES_REVERSE) result |= A_REVERSE;
  return result;
}

void curses_put(int row, int column, const char *text, size_t count, int attributes) {
  int rows, columns;
  getmaxyx(stdscr, rows, columns);
  if (row < 0 || row >= rows || column < 0 || column >= columns) return;
  short pair = colour ? (short)(attributes & 0xFF) : 0;
  attr_t attr = attributes_of(attributes);
  const char *end = text + count;
  mbstate_t state = {0};
  move(row, column);
  while (text < end && column < columns) {
    wchar_t cell[CCHARW_MAX + 1] = {0};
    int length = 0, width = 0;
    while (text < end) {
      wchar_t next;
      size_t taken = mbrtowc(&next, text, (size_t)(end - text), &state);
      if (taken == 0 || taken > (size_t)(end - text)) {
        next = L'?';
        taken = 1;
        memset(&state, 0, sizeof state);
      }
      int own = wcwidth(next);
      if (own < 0) {
        next = unicode ? 0xFFFD : L'?';
        own = 1;
      }
      if (length > 0 && own > 0) break;
      if (length == 0 && own == 0) {
        text += taken;
        continue;
      }
      text += taken;
      if (length < CCHARW_MAX) cell[length++] = next;
      width += own;
    }
    if (length == 0) break;
    if (column + width > columns) break;
    cchar_t drawn;
    if (setcchar(&drawn, cell, attr, pair, NULL) == OK) mvadd_wch(row, column, &drawn);
    column += width;
  }
}

void curses_cursor(int row, int column, int visible) {
  static int before = -1;
  if (visible != before) {
    curs_set(visible);
    before = visible;
  }
  int rows, columns;
  getmaxyx(stdscr, rows, columns);
  if (row < 0) row = 0;
  if (column < 0) column = 0;
  move(row < rows ? row : rows - 1, column < columns ? column : columns - 1);
}

// ncurses ignores the stop signal while it paints; held back meanwhile, it is not lost.
void curses_flush(void) {
  sigset_t stop, before;
  sigemptyset(&stop);
  sigaddset(&stop, SIGTSTP);
  pthread_sigmask(SIG_BLOCK, &stop, &before);
  refresh();
  pthread_sigmask(SIG_SETMASK, &before, NULL);
}

int curses_has_colour(void) { return colour; }

int curses_has_unicode(void) { return unicode; }

static int32_t special(wint_t code) {
  switch (code) {
    case KEY_UP: return CURSES_UP;
    case KEY_DOWN: return CURSES_DOWN;
    case KEY_LEFT: return CURSES_LEFT;
    case KEY_RIGHT: return CURSES_RIGHT;
    case KEY_HOME: return CURSES_HOME;
    case KEY_END: return CURSES_END;
    case KEY_PPAGE: return CURSES_PAGE_UP;
    case KEY_NPAGE: return CURSES_PAGE_DOWN;
    case KEY_BACKSPACE: return CURSES_BACKSPACE;
    case KEY_DC: return CURSES_DELETE;
    case KEY_IC: return CURSES_INSERT;
    case KEY_BTAB: return CURSES_BACK_TAB;
    case KEY_ENTER: return '\r';
    case KEY_F(1): return CURSES_F1;
    case KEY_F(12): return CURSES_F12;
    case KEY_F(2): return CURSES_F2;
    case KEY_F(3): return CURSES_F3;
    case KEY_F(4): return CURSES_F4;
    case KEY_F(5): return CURSES_F5;
    case KEY_MOUSE: return CURSES_CLICK;
    case WORD_LEFT_CODE: return CURSES_WORD_LEFT;
    case WORD_RIGHT_CODE: return CURSES_WORD_RIGHT;
    case PASTE_START_CODE: return CURSES_PASTE_START;
    case PASTE_END_CODE: return CURSES_PASTE_END;
    default: return CURSES_OTHER;
  }
}

void curses_mouse(int on) {
  static int before;
  if (on == before) return;
  before = on;
  mouseinterval(0);
  mousemask(on ? BUTTON1_PRESSED | BUTTON4_PRESSED | BUTTON5_PRESSED : 0, NULL);
}

int curses_click(int *row, int *column) {
  MEVENT event;
  if (getmouse(&event) != OK) return 0;
  *row = event.y;
  *column = event.x;
  if (event.bstate & BUTTON1_PRESSED) return 1;
  if (event.bstate & BUTTON4_PRESSED) return 2;
  if (event.bstate & BUTTON5_PRESSED) return 3;
  return 0;
}

int32_t curses_key(void) {
  wint_t code = 0;
  int result = get_wch(&code);
  if (result == ERR) return CURSES_NONE;
  if (result == KEY_CODE_YES) return special(code);
  if (code == 0) return CURSES_OTHER;
  if (code == 127 || code == 8) return CURSES_BACKSPACE;
  return (int32_t)code;
}
