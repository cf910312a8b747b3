/** Effects: delay, chorus, reverb, drive, for the mix. */
package org.chronus.modules.effects;
