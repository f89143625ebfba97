namespace CtVoice.Web;

/// <summary>A token bucket per caller: an access key where there is one, else a network address.</summary>
/// <param name="Name">Endpoints with rates of the same name share a caller's bucket.</param>
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
