using CtVoice.Local.Storage;

namespace CtVoice.Local.Tests.Harness;

/// <summary>Counts commits, to know how many there are to die at.</summary>
internal sealed class CountCommits : IWriteObserver
{
    internal long Count { get; private set; }

    public void BeforeCommit(long number) { }

    public void AfterCommit(long number) => Count = number;
}
