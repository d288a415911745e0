// Loaded before the program by LD_PRELOAD; nothing is called from Swift.
#ifndef CFAULTSHIM_H
#define CFAULTSHIM_H
#endif
