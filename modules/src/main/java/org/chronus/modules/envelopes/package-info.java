/** Envelopes. */
package org.chronus.modules.envelopes;
