namespace CtVoice.Local.Storage;

/// <summary>How a database file is opened.</summary>
public sealed record SqliteOptions
{
    /// <summary>Writes that one commit holds at most.</summary>
    public int WritesPerCommit { get; init; } = 512;

    /// <summary>Pages (4 KiB each) that the file may have; null for as many as the disk holds.</summary>
    public long? MaxPages { get; init; }

    /// <summary>Whether a file without our tables is refused rather than begun: nothing can be said of what is not there.</summary>
    public bool MustExist { get; init; }

    internal IWriteObserver? Observer { get; init; }
}
