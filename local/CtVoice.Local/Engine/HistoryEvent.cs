using System.Globalization;

namespace CtVoice.Local.Engine;

/// <summary>What can happen to an instance. The numbers are stored: never change one.</summary>
internal enum EventKind
{
    // What arrives at a workflow.
    Started = 0,
    Raised = 1,
    Completed = 2,
    Failed = 3,
    Fired = 4,
    Terminated = 5,

    // What a workflow decides.
    Activity = 10,
    Timer = 11,
    Cancelled = 12,
    Ended = 13,
    Threw = 14,
    Continued = 15,
}

/// <summary>One event of a history; two are equal when every part is.</summary>
/// <param name="Kind">What happened.</param>
/// <param name="Id">Number of the activity or timer that it belongs to, from 1; 0 when to none.</param>
/// <param name="Name">Name of the activity or of the raised event.</param>
/// <param name="Data">JSON: input, result, reason.</param>
/// <param name="Due">When a timer is due.</param>
internal sealed record HistoryEvent(EventKind Kind, int Id = 0, string? Name = null, string? Data = null, DateTime? Due = null)
{
    /// <summary>The event in words, for errors.</summary>
    public override string ToString()
    {
        var parts = new[]
        {
            EventKinds.Word(Kind), Id == 0 ? null : Id.ToString(CultureInfo.InvariantCulture), Name, Data,
            Due?.ToString("O", CultureInfo.InvariantCulture),
        };
        return string.Join(' ', parts.Where(p => p is not null));
    }
}

/// <summary>The kinds as words, as histories are written.</summary>
internal static class EventKinds
{
    private static readonly Dictionary<EventKind, string> Words =
        Enum.GetValues<EventKind>().ToDictionary(k => k, k => k.ToString().ToLowerInvariant());

    private static readonly Dictionary<string, EventKind> Kinds = Words.ToDictionary(w => w.Value, w => w.Key, StringComparer.Ordinal);

    internal static string Word(EventKind kind) => Words[kind];

    internal static EventKind Parse(string word) => Kinds[word];
}
