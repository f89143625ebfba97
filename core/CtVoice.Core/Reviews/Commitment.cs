using System.Text.Json.Serialization;
using CtVoice.Core.Calendar;

namespace CtVoice.Core.Reviews;

/// <summary>
/// What an answer promises by a day: to do what was adopted, or to decide what was put off. It is followed until evidence
/// is given or it is publicly not delivered.
/// </summary>
public sealed record Commitment
{
    /// <summary>The day by which it is promised, after every change.</summary>
    public required DateOnly DueOn { get; init; }

    /// <summary>Since when that day holds.</summary>
    public required DateTimeOffset Since { get; init; }

    /// <summary>True when the day is the policy's because the addressee named none.</summary>
    public bool DueByPolicy { get; init; }

    /// <summary>Changes of the day, oldest first.</summary>
    public IReadOnlyList<NewDate> NewDates { get; init; } = [];

    /// <summary>What was shown to have been done, oldest first.</summary>
    public IReadOnlyList<Evidence> Evidence { get; init; } = [];

    /// <summary>When the board's office gave the information that a <see cref="AnswerKind.NeedsInformation"/> asked for;
    /// null while nobody did.</summary>
    public DateTimeOffset? InformedAt { get; init; }

    /// <summary>Since when it is publicly not delivered; null when it is not.</summary>
    public DateTimeOffset? NotDeliveredSince { get; init; }

    /// <summary>True while the last evidence was not rejected: nobody is reminded and nothing is late.</summary>
    [JsonIgnore]
    public bool Delivered => Evidence is [.., { Word: null or { Accepted: true } }];

    /// <summary>The end of the promised day in Connecticut.</summary>
    [JsonIgnore]
    public DateTimeOffset DueAt => StartOf(DueOn.AddDays(1));

    /// <summary>The first instant of a day in Connecticut.</summary>
    internal static DateTimeOffset StartOf(DateOnly day) => LocalTime.InstantOf(day, TimeOnly.MinValue, BusinessCalendar.Zone);
}

/// <summary>Another day for a commitment; public.</summary>
/// <param name="At">When it was said.</param>
/// <param name="By">Key id.</param>
/// <param name="From">The day before.</param>
/// <param name="To">The day from then on.</param>
/// <param name="Reason">Why; public.</param>
/// <param name="WasLate">True when the day before had passed undelivered.</param>
public sealed record NewDate(DateTimeOffset At, string By, DateOnly From, DateOnly To, string Reason, bool WasLate);

/// <summary>What an addressee shows to have been done. It counts as delivered at once,
/// until the coordinator says that it does not show it.</summary>
/// <param name="At">When it was given.</param>
/// <param name="By">Key id.</param>
/// <param name="Text">What was done; public.</param>
/// <param name="Link">Where it can be seen; null when nowhere.</param>
/// <param name="Late">True when it came after the promised day.</param>
/// <param name="Word">What the coordinator says of it; null while nobody looked.</param>
public sealed record Evidence(DateTimeOffset At, string By, string Text, Uri? Link, bool Late, EvidenceWord? Word = null);

/// <summary>The coordinator's word on evidence.</summary>
/// <param name="At">When.</param>
/// <param name="By">Key id.</param>
/// <param name="Accepted">Whether it shows that the promise is kept.</param>
/// <param name="Reason">Why; public, always there when it is not accepted.</param>
public sealed record EvidenceWord(DateTimeOffset At, string By, bool Accepted, string? Reason);
