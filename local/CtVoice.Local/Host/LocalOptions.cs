namespace CtVoice.Local.Host;

/// <summary>How the local host is started.</summary>
/// <param name="Data">Folder that everything lives in.</param>
/// <param name="Port">Port on the loopback address; 0 for any that is free.</param>
/// <param name="Fresh">Begins with an empty folder.</param>
internal sealed record LocalOptions(string Data, int Port = 7071, bool Fresh = false)
{
    /// <summary>Where data live unless another folder is named.</summary>
    public const string DefaultData = ".ctvoice";

    /// <summary>What the host's clock runs on; stands still in the demo and in tests.</summary>
    public TimeProvider Clock { get; init; } = TimeProvider.System;

    /// <summary>Whether timers fire and the sweep runs as time passes; off where time is only advanced.</summary>
    public bool TimePasses { get; init; } = true;

    /// <summary>Pages have the trial bar, and the tour can be taken.</summary>
    public bool Trial { get; init; }

    /// <summary>A folder that is empty is filled with reviews to look at, and its time begins in the winter of the tour;
    /// told while it goes on.</summary>
    public Action<string>? Fills { get; init; }

    /// <summary>How the database file is opened.</summary>
    public Storage.SqliteOptions Database { get; init; } = new();

    /// <summary>How the engine works.</summary>
    public Engine.EngineOptions Engine { get; init; } = new();
}
