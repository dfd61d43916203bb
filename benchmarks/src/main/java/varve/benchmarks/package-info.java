/// Measurements, each a program that prints a table and ends within a minute and a half. Numbers
/// are compared only with numbers of the same run, taken in turns.
@NullMarked
package varve.benchmarks;

import org.jspecify.annotations.NullMarked;
