/** The contract of hosted plugins, and the modules that play them. Rooms beside it adapt one plugin format each. */
package org.chronus.hosting;
