// The least that rules of comparisons joined by *all* can cost: one loop over flat arrays, for benchmarks to stand beside.
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

#endif
