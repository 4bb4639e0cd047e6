/** Needs the modules that it names itself; Java finds the others that these need. */
module org.example.glass {
  requires org.glasspcf.core;
  requires org.glasspcf.pipeline;
}
