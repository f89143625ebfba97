using CtVoice.Local.Storage;

namespace CtVoice.Local.Tests.Harness;

/// <summary>Dies at the chosen commit, before or after it is durable, as a process would whose power fails.</summary>
internal sealed class DieAtCommit(long number, bool before) : IWriteObserver
{
    public void BeforeCommit(long commit)
    {
        if (before && commit == number)
            throw new IOException("The power failed before a commit.");
    }

    public void AfterCommit(long commit)
    {
        if (!before && commit == number)
            throw new IOException("The power failed after a commit.");
    }
}
