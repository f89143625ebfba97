namespace CtVoice.Web;

/// <summary>
/// A body that counts while it is read and stops at its limit, whatever Content-Length said: with a fault, or, where the
/// rest is to be left out, as if it ended there. The rest is then taken off the connection without being kept, so that
/// its sender gets to the end and hears the answer.
/// </summary>
internal sealed class BoundedBody(Stream inner, long limit, bool cuts) : Stream
{
    // Beyond this many limits a sender is cut off.
    private const int MostLeftOut = 10;

    private long taken;
    private bool over;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        if (!cuts)
            return Count(await inner.ReadAsync(buffer, cancellationToken));
        if (over)
            return 0;
        var read = await inner.ReadAsync(buffer, cancellationToken);
        var room = limit - taken;
        taken += read;
        if (read <= room)
            return read;
        over = true;
        var rest = new byte[64 * 1024];
        while (taken < MostLeftOut * limit && await inner.ReadAsync(rest, cancellationToken) is var more and > 0)
            taken += more;
        return (int)room;
    }

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override int Read(byte[] buffer, int offset, int count) =>
        cuts ? throw new NotSupportedException("A body that may be cut is read asynchronously.") : Count(inner.Read(buffer, offset, count));

    public override void Flush() { }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    private int Count(int read)
    {
        taken += read;
        return taken <= limit ? read : throw new BodyTooLargeException();
    }
}

/// <summary>The body goes on beyond the route's limit.</summary>
internal sealed class BodyTooLargeException() : IOException("The body is larger than this route allows.");
