/// Benchmarks under JMH: one file a thing measured, named `...Benchmark`. `mvn -Pbench verify` compiles and
/// runs them; nothing of them is in the product. What a reader of the product can measure without JMH is
/// `tyde bench`.
@NullMarked
package org.tyde.bench;

import org.jspecify.annotations.NullMarked;
