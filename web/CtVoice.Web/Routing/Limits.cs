namespace CtVoice.Web.Routing;

/// <summary>How much a request may carry and how often a caller may send one.</summary>
/// <param name="MaxBodyBytes">Bytes of a body, counted while it is read.</param>
/// <param name="Rate">How often.</param>
public sealed record Limits(int MaxBodyBytes, Rate Rate)
{
    /// <summary>What goes beyond is left out instead of refused: the handler sees a body that ends there.</summary>
    public bool Cuts { get; init; }

    /// <summary>256 KiB: the largest body of an ordinary request.</summary>
    public const int DefaultBodyBytes = 256 * 1024;

    /// <summary>For rows that change nothing.</summary>
    public static Limits Reads { get; } = new(DefaultBodyBytes, Rate.Reads);

    /// <summary>For rows that change something.</summary>
    public static Limits Writes { get; } = new(DefaultBodyBytes, Rate.Writes);

    /// <summary>For providers: an email with its attachments, 30 MiB, never refused for its rate.</summary>
    public static Limits Webhooks { get; } = new(30 * 1024 * 1024, Rate.None);

    /// <summary>For files to import: 30 MiB.</summary>
    public static Limits Uploads { get; } = new(30 * 1024 * 1024, Rate.Writes);

    /// <summary>For simulators and probes: not rate limited.</summary>
    public static Limits Unmetered { get; } = new(DefaultBodyBytes, Rate.None);
}

/// <summary>A token bucket per caller: an access key where there is one, else a network address.</summary>
/// <param name="Name">Rows with the same name share a caller's bucket.</param>
/// <param name="PerMinute">Tokens that come back each minute.</param>
/// <param name="Burst">Tokens of a full bucket; 0 means that nothing is counted.</param>
public sealed record Rate(string Name, int PerMinute, int Burst)
{
    public static Rate Reads { get; } = new("reads", 600, 200);

    public static Rate Writes { get; } = new("writes", 120, 60);

    /// <summary>What is done on residents' pages: many of them may share one address.</summary>
    public static Rate Residents { get; } = new("residents", 600, 200);

    /// <summary>Wrong keys that begin alike, per address.</summary>
    public static Rate Attempts { get; } = new("attempts", 10, 20);

    /// <summary>All wrong keys of an address.</summary>
    public static Rate Guesses { get; } = new("guesses", 120, 60);

    public static Rate None { get; } = new("none", 0, 0);
}
