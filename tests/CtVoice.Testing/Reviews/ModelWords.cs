using CtVoice.Core.Calendar;
using CtVoice.Core.Reviews;

namespace CtVoice.Testing.Reviews;

/// <summary>
/// What the public should know of words that nobody had decided on when the report went out, said as plainly as it can be: where
/// each reply stands, one day on which all that was released by then goes out, and two numbers.
/// </summary>
public sealed class ModelWords(DateTimeOffset reportedAt, ReviewPolicy policy)
{
    private readonly SortedDictionary<int, (string Stands, bool Waits)> replies = [];
    private readonly DateTimeOffset day =
        BusinessCalendar.Connecticut.EndOfWindow(reportedAt, policy.SupplementBusinessDays, policy.RemindsAt).At;
    private bool wanted;

    /// <summary>When the supplement went out.</summary>
    public DateTimeOffset? SentAt { get; private set; }

    /// <summary>When it is to go out; null when there is none to come.</summary>
    public DateTimeOffset? DueAt => Pending ? day : null;

    public bool Pending => wanted && SentAt is null;

    /// <summary>What the report says of words not decided on, and of words not passed on.</summary>
    public (int NotDecided, int Withheld) Published { get; private set; }

    /// <summary>Replies by number.</summary>
    public IEnumerable<int> Numbers => replies.Keys;

    /// <summary>A reply as it stood when the report went out, or one that came later.</summary>
    public void Add(int number, string stands = "undecided", bool withReport = true)
    {
        replies[number] = (stands, false);
        if (!withReport)
            return;
        wanted |= stands == "undecided";
        Published = (Count("undecided"), Withheld);
    }

    public bool Release(int number, DateTimeOffset now, bool finished)
    {
        var (stands, _) = replies[number];
        if (stands == "released" || stands != "undecided" && finished)
            return false;
        if (SentAt is null && !finished && now < day)
            wanted = true;
        replies[number] = ("released", Pending);
        return true;
    }

    public bool TakeBack(int number)
    {
        if (!Pending || replies[number] is not ("released", true))
            return false;
        replies[number] = ("undecided", false);
        return true;
    }

    public bool Withhold(int number, string because)
    {
        if (replies[number].Stands is var stands && (stands == "released" || stands == because))
            return false;
        replies[number] = (because, false);
        return true;
    }

    /// <summary>What the clock does when it is looked at: numbers of the replies that become recommendations now.</summary>
    public IReadOnlyList<int> Look(DateTimeOffset now)
    {
        if (!Pending || now < day)
            return [];
        SentAt = now;
        Published = (Count("undecided"), Withheld);
        return [.. replies.Where(r => r.Value is ("released", true)).Select(r => r.Key)];
    }

    /// <summary>Words not passed on, as they stand now: until the supplement the report's number holds.</summary>
    public int WithheldShown => Pending ? Published.Withheld : Withheld;

    private int Withheld => replies.Values.Count(r => r.Stands is not ("undecided" or "released"));

    private int Count(string stands) => replies.Values.Count(r => r.Stands == stands);
}
