package org.chronus.modules.testkit;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.function.Supplier;

import org.chronus.modules.Input;
import org.chronus.modules.Module;
import org.chronus.modules.Output;
import org.chronus.modules.State;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Each rule catches the mistake that it is for. */
class ModuleContractTest {
    /** A one-pole low-pass, done right; each test spoils it in one way. */
    private static class Smoother extends Module {
        final Input in = input("in");
        final Output out = output("out");
        final State level = state();
        final float[] hidden = new float[LANES];

        @Override public double tail() {
            return 0.01;
        }

        @Override public void generate(int start, int limit) {
            for (int i = start; i < limit; i++) {
                for (int lane = 0; lane < LANES; lane++) {
                    level.data[lane] += (in.data[i * in.step + lane] - level.data[lane]) * 0.1f;
                    out.data[i * out.step + lane] = level.data[lane];
                }
            }
        }
    }

    @Test void acceptsWhatIsRight() {
        ModuleContract.of(Smoother::new).costing(1_000).check();
    }

    @Tag("L4")
    @Test void cuttingIsSeen() {
        refuses("cutting at [1] changed out at frame 1, lane 0", () -> new Smoother() {
            @Override public void generate(int start, int limit) {
                level.data[0] = 0;
                super.generate(start, limit);
            }
        });
    }

    @Test void aSpecialCaseForConstantsIsSeen() {
        refuses("while in stays, step 0", () -> new Smoother() {
            @Override public void generate(int start, int limit) {
                super.generate(start, limit);
                if (in.step == 0) {
                    out.data[5 * out.step] += 1;
                }
            }
        });
    }

    @Test void aNeighbourIsSeen() {
        refuses("other inputs in lane 0 changed out", () -> new Smoother() {
            @Override public void generate(int start, int limit) {
                super.generate(start, limit);
                for (int i = start; i < limit; i++) {
                    out.data[i * out.step + 1] += in.data[i * in.step];
                }
            }
        });
    }

    @Test void whatARestartForgetsIsSeen() {
        refuses("a restarted one instead of a new one", () -> new Smoother() {
            @Override public void generate(int start, int limit) {
                super.generate(start, limit);
                for (int i = start; i < limit; i++) {
                    hidden[3] += in.data[i * in.step + 3];
                    out.data[i * out.step + 3] += hidden[3];
                }
            }
        });
    }

    @Test void aRestartOfTheOthersIsSeen() {
        refuses("restarting lane 0 changed out", () -> new Smoother() {
            @Override protected void reset(int lane) {
                level.data[1] = 0;
            }
        });
    }

    @Test void aReadingOfItsOwnOutputIsSeen() {
        refuses("with no reader for the other outputs", () -> new Smoother() {
            private final Output twice = output("twice");

            @Override public void generate(int start, int limit) {
                super.generate(start, limit);
                for (int i = start; i < limit; i++) {
                    twice.data[i * twice.step] = 2 * out.data[i * out.step];
                }
            }
        });
    }

    @Test void aTailThatIsLongerThanStatedIsSeen() {
        refuses("later than its tail of 0.0 s", () -> new Smoother() {
            @Override public double tail() {
                return 0;
            }
        });
    }

    @Tag("L18")
    @Test void whatIsNoNumberIsSeen() {
        refuses("legal inputs gave", () -> new Smoother() {
            @Override public void generate(int start, int limit) {
                super.generate(start, limit);
                for (int i = start; i < limit; i++) {
                    out.data[i * out.step] = (float) Math.sqrt(in.data[i * in.step]);
                }
            }
        });
    }

    @Test void denormalNumbersThatRingOnAreSeen() {
        refuses("denormal numbers in", () -> new Smoother() {
            @Override public void reset(int lane) {
                hidden[lane] = 0;
            }

            @Override public void generate(int start, int limit) {
                for (int i = start; i < limit; i++) {
                    for (int lane = 0; lane < LANES; lane++) {
                        hidden[lane] += (in.data[i * in.step + lane] - hidden[lane]) * 0.1f;
                        out.data[i * out.step + lane] = hidden[lane];
                    }
                }
            }
        });
    }

    @Test void costIsSeen() {
        AssertionError error = assertThrows(AssertionError.class, () -> ModuleContract.of(Smoother::new).costing(0.01).check());
        assertTrue(error.getMessage().contains("times what multiply does"), error::getMessage);
    }

    private static void refuses(String message, Supplier<Module> maker) {
        AssertionError error = assertThrows(AssertionError.class, () -> ModuleContract.of(maker).costing(10_000).check());
        assertTrue(error.getMessage().contains(message), error::getMessage);
    }
}
