using System.Globalization;
using System.Text.Json.Serialization;
using CtVoice.Core.Calendar;
using CtVoice.Core.Json;
using CtVoice.Core.Representation;

namespace CtVoice.Core.Projects.Sharing;

/// <summary>
/// When the Data Governing Board of P20 WIN meets: every so many weeks from a day on, on the business day before where that is a day off,
/// and on another day where a person says so. A versioned data file.
/// </summary>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
public sealed record GoverningBoardMeetings : DataFile
{
    /// <summary>Name of the file.</summary>
    public const string FileId = "governing-board-meetings";

    private const int LongestMinutes = 480;
    private const int MostMoves = 200;

    /// <summary>The calendar that ships with the software, until the Governing Board's office gives its own.</summary>
    public static GoverningBoardMeetings Provisional { get; } = LoadShipped();

    /// <summary>A day on which it meets; the others are counted from it, forwards and back.</summary>
    public required DateOnly Anchor { get; init; }

    /// <summary>Weeks from one meeting to the next.</summary>
    public required int EveryWeeks { get; init; }

    /// <summary>Local time of day at which it begins.</summary>
    public required TimeOnly At { get; init; }

    /// <summary>How long it takes.</summary>
    public required int Minutes { get; init; }

    /// <summary>True while no office of the Governing Board has confirmed the days.</summary>
    public bool IsProvisional { get; init; }

    /// <summary>Meetings that a person moved to another day, or cancelled.</summary>
    public IReadOnlyList<MovedMeeting> Moves { get; init => field = value ?? []; } = [];

    /// <summary>The meetings that begin from an instant on, in order.</summary>
    public IEnumerable<BoardMeeting> From(DateTimeOffset now)
    {
        // A meeting that was moved later may begin after the next one: order is by when they begin, and no move is longer than that.
        var first = LocalTime.DateIn(BusinessCalendar.Zone, now).AddDays(-LongestMove);
        var step = 7 * EveryWeeks;
        var number = (int)Math.Ceiling((first.DayNumber - Anchor.DayNumber) / (double)step);
        var held = new PriorityQueue<BoardMeeting, DateTimeOffset>();
        for (var day = Anchor.AddDays(number * step); ; day = day.AddDays(step))
        {
            var safe = LocalTime.InstantOf(day, TimeOnly.MinValue, BusinessCalendar.Zone).AddDays(-LongestMove);
            while (held.TryPeek(out var next, out var begins) && begins < safe)
            {
                _ = held.Dequeue();
                if (begins >= now)
                    yield return next;
            }
            if (Meeting(day) is { } meeting)
                held.Enqueue(meeting, meeting.Begins);
        }
    }

    /// <summary>The next meeting.</summary>
    public BoardMeeting Next(DateTimeOffset now) => From(now).First();

    /// <summary>The meeting of a day; null when there is none.</summary>
    public BoardMeeting? On(DateOnly day) =>
        From(LocalTime.InstantOf(day, TimeOnly.MinValue, BusinessCalendar.Zone)).First() is var meeting && meeting.Day == day
            ? meeting : null;

    private const int LongestMove = 28;

    private BoardMeeting? Meeting(DateOnly planned)
    {
        if (Moves.FirstOrDefault(m => m.From == planned) is { } moved)
            return moved.To is { } to ? Of(planned, to, $"moved from {Day(planned)}: {moved.Reason}") : null;
        var day = planned;
        while (BusinessCalendar.Connecticut.WhyClosed(day) is not null)
            day = day.AddDays(-1);
        return Of(planned, day, day == planned ? null
            : $"moved from {Day(planned)}: {BusinessCalendar.Connecticut.WhyClosed(planned)}");
    }

    private BoardMeeting Of(DateOnly planned, DateOnly day, string? moved) =>
        new(planned, day, LocalTime.InstantOf(day, At, BusinessCalendar.Zone), TimeSpan.FromMinutes(Minutes), moved);

    private static string Day(DateOnly day) => day.ToString("MMMM d", CultureInfo.InvariantCulture);

    internal override IEnumerable<Fault> Check()
    {
        var faults = new List<Fault>();
        if (Anchor.Year is < 2000 or > 2200)
            faults.Add(new("/anchor", "Give a day on which it meets."));
        else if (Anchor.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday)
            faults.Add(new("/anchor", "It meets on a day from Monday to Friday."));
        if (EveryWeeks is < 1 or > 26)
            faults.Add(new("/everyWeeks", "Give 1 to 26 weeks."));
        if (Minutes is < 1 or > LongestMinutes)
            faults.Add(new("/minutes", string.Create(CultureInfo.InvariantCulture, $"Give 1 to {LongestMinutes} minutes.")));
        if (Moves.Count > MostMoves)
            faults.Add(new("/moves", string.Create(CultureInfo.InvariantCulture, $"At most {MostMoves} meetings are moved.")));
        if (faults.Count > 0)
            return faults;
        for (var i = 0; i < Moves.Count; i++)
        {
            var move = Moves[i];
            if (move is null || string.IsNullOrWhiteSpace(move.Reason))
                faults.Add(new($"/moves/{i}", "Say which meeting is moved, to what day, and why."));
            else if ((move.From.DayNumber - Anchor.DayNumber) % (7 * EveryWeeks) != 0)
                faults.Add(new($"/moves/{i}/from", "No meeting is planned on this day."));
            else if (Moves.Take(i).Any(m => m?.From == move.From))
                faults.Add(new($"/moves/{i}/from", "This meeting is moved twice."));
            else if (move.To is { } to && Math.Abs(to.DayNumber - move.From.DayNumber) >= LongestMove)
                faults.Add(new($"/moves/{i}/to",
                    string.Create(CultureInfo.InvariantCulture, $"A meeting is moved by less than {LongestMove} days.")));
            else if (move.To is { } there && BusinessCalendar.Connecticut.WhyClosed(there) is { } closed)
                faults.Add(new($"/moves/{i}/to", $"Offices are closed on this day: {closed}."));
        }
        return faults;
    }

    private static GoverningBoardMeetings LoadShipped()
    {
        using var stream = ShippedData.Open("governing-board-meetings-provisional-1.json");
        using var reader = new StreamReader(stream);
        var read = DataFiles.Read<GoverningBoardMeetings>(reader.ReadToEnd());
        return read.File
            ?? throw new InvalidOperationException(string.Join(' ', read.Faults.Select(f => $"{FileId}{f.Pointer}: {f.Message}")));
    }
}

/// <summary>A meeting that a person moved.</summary>
/// <param name="From">The day on which it was planned.</param>
/// <param name="To">The day on which it is; null when it does not take place.</param>
/// <param name="Reason">Why; public.</param>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
public sealed record MovedMeeting(DateOnly From, DateOnly? To, string Reason);

/// <summary>One meeting.</summary>
/// <param name="Planned">The day that the rule names; it names the meeting for good.</param>
/// <param name="Day">The day on which it is.</param>
/// <param name="Begins">When it begins.</param>
/// <param name="Takes">How long it takes.</param>
/// <param name="Moved">Why it is on another day; null when it is not.</param>
public sealed record BoardMeeting(DateOnly Planned, DateOnly Day, DateTimeOffset Begins, TimeSpan Takes, string? Moved);
