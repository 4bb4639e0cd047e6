/**
 * Needs core and pipeline, which it names in its code, and FastCSV: a module that is not automatic
 * is there only if some module asks for it, and automatic ones cannot ask.
 */
module org.example.glass {
  requires de.siegmar.fastcsv;
  requires org.glasspcf.core;
  requires org.glasspcf.pipeline;
}
