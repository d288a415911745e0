// The least that the same work can cost, in C, for benchmarks to stand beside: rules of comparisons joined by *all* as one loop
// over flat arrays, and an answer made durable by SQLite alone.
#ifndef FLOOR_H
#define FLOOR_H

#include <stddef.h>
#include <stdint.h>

/// Adds each rule's weight to the score of its pathway where all of its comparisons hold.
///
/// - facts: a value a fact. rules: for each where its comparisons begin, with one more at the end.
/// - comparisons: fact, bound, and whether it is `>=` (1) or `<=` (0).
void floor_scores(const double *facts, const int32_t *rules, size_t rule_count, const int32_t *fact_of,
                  const double *bound_of, const uint8_t *is_at_least, const int32_t *pathway_of,
                  const int32_t *weight_of, int64_t *scores);

/// What becomes of the words that stay in a journal after an answer: left there, overwritten, or overwritten down to the disk.
enum floor_overwriting { FLOOR_LEFT, FLOOR_OVERWRITTEN, FLOOR_SYNCED };

/// One row a transaction, with a journal and a synchronous mode as SQLite names them; NULL where it cannot be opened.
struct floor_store *floor_store_open(const char *path, const char *journal, const char *synchronous,
                                     enum floor_overwriting overwriting);
/// Puts a row, durable when this returns; 0 where that fails.
int floor_store_put(struct floor_store *store, double at);
void floor_store_close(struct floor_store *store);

#endif
