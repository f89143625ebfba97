namespace CtVoice.Local.Storage;

/// <summary>
/// Sees each commit. What it throws stops the database as a crash would: nothing more is written and whoever waits is told.
/// Tests use it to die at a chosen commit.
/// </summary>
internal interface IWriteObserver
{
    /// <summary>Commit number <paramref name="number"/> (from 1) is about to happen.</summary>
    void BeforeCommit(long number);

    /// <summary>Commit number <paramref name="number"/> is durable, and nobody knows yet.</summary>
    void AfterCommit(long number);

    /// <summary>The file is about to be written anew; nobody writes before that has ended.</summary>
    void BeforeForgetting() { }
}
