/** Songs rendered into files. */
package org.chronus.instrument.render;
