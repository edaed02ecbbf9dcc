package org.orders.adapter.rest.csv;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.orders.adapter.rest.problem.HttpFailure;
import org.orders.adapter.rest.problem.HttpProblem;

/** A body that is refused where it becomes too large. */
public final class LimitedStream extends FilterInputStream {

  private long left;

  /**
   * @param most the bytes it may have
   */
  public LimitedStream(InputStream body, long most) {
    super(body);
    left = most;
  }

  @Override
  public int read() throws IOException {
    int read = super.read();
    count(read < 0 ? 0 : 1);
    return read;
  }

  @Override
  public int read(byte[] buffer, int offset, int length) throws IOException {
    int read = super.read(buffer, offset, length);
    count(Math.max(0, read));
    return read;
  }

  /**
   * Nothing for certain: a body says here what length it declared, and who believed that would wait
   * for all of it before they looked at what has arrived.
   */
  @Override
  public int available() {
    return 0;
  }

  private void count(int read) {
    left -= read;
    if (left < 0) {
      throw new HttpFailure(HttpProblem.FILE_TOO_LARGE);
    }
  }
}
