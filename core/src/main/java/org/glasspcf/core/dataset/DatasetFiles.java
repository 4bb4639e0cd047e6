package org.glasspcf.core.dataset;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** The files of one data set by name, wherever they lie. */
interface DatasetFiles {
  /** Whether the file is there. */
  boolean has(String name);

  /** Opens a file that is there. */
  InputStream open(String name) throws IOException;

  /** What errors call the file. */
  String describe(String name);

  static DatasetFiles in(Path folder) {
    return new DatasetFiles() {
      @Override
      public boolean has(String name) {
        return Files.exists(folder.resolve(name));
      }

      @Override
      public InputStream open(String name) throws IOException {
        return Files.newInputStream(folder.resolve(name));
      }

      @Override
      public String describe(String name) {
        return folder.resolve(name).toString();
      }
    };
  }

  /**
   * Resources under a class path folder. The loader is asked, not a class: on the module path the
   * data lie in another module than the code.
   */
  static DatasetFiles onClassPath(ClassLoader loader, String root) {
    return new DatasetFiles() {
      @Override
      public boolean has(String name) {
        return loader.getResource(root + name) != null;
      }

      @Override
      public InputStream open(String name) throws IOException {
        InputStream stream = loader.getResourceAsStream(root + name);
        if (stream == null) {
          throw new FileNotFoundException(root + name);
        }
        return stream;
      }

      @Override
      public String describe(String name) {
        return "classpath:" + root + name;
      }
    };
  }
}
