using System.Text.Json;
using CtVoice.Core.Board;
using CtVoice.Core.Json;

namespace CtVoice.Core.Conversations.OnCall;

/// <summary>Somebody who is told of danger at any hour that is theirs, on a phone that the state gave them.</summary>
/// <param name="Id">Names them in records; no secret, and no name.</param>
/// <param name="Name">Who it is, as the office knows them.</param>
/// <param name="Phone">Their state-issued phone, E.164.</param>
/// <param name="Email">Their work address.</param>
/// <param name="WorksFor">Code of the agency they work for: they are told of nobody who is asked in a review of it.</param>
/// <param name="Duty">Their hours.</param>
public sealed record OnCallPerson(string Id, string Name, string Phone, string Email, string WorksFor, IReadOnlyList<DutyHours> Duty)
{
    /// <summary>Whether they are on duty at that instant.</summary>
    public bool IsOnDuty(DateTimeOffset at) => Duty.Any(d => d.Cover(at));

    /// <summary>When they are on duty next after that instant; null when never.</summary>
    public DateTimeOffset? NextDuty(DateTimeOffset after) => Duty.Select(d => d.NextStart(after)).Where(s => s is not null).Min();

    /// <summary>Whether a text could be a work address.</summary>
    public static bool IsAddress(string text) => text.Length <= 254 && BoardRow.IsAddress(text);

    /// <summary>The id alone: number and address never reach a log.</summary>
    public override string ToString() => Id;
}

/// <summary>Who is told of danger, in the order in which they are told.</summary>
/// <param name="People">First who is told first.</param>
public sealed record OnCallList(IReadOnlyList<OnCallPerson> People)
{
    /// <summary>People on a list: so many that a mistake is seen.</summary>
    public const int Most = 20;

    /// <summary>Nobody.</summary>
    public static OnCallList Empty { get; } = new([]);

    /// <summary>OPM's word on exactly this list; null while it has none.</summary>
    public OnCallApproval? Approval { get; init; }

    /// <summary>The person of that id; null when they are not on it.</summary>
    public OnCallPerson? Find(string id) => People.FirstOrDefault(p => p.Id == id);

    /// <summary>Hours of a week that are nobody's.</summary>
    public IReadOnlyList<(DayOfWeek Day, int Hour)> Gaps() => DutyHours.Gaps([.. People.SelectMany(p => p.Duty)]);

    /// <summary>Whether it names the same people, phones, hours and order as another: what was approved is that,
    /// and nothing else.</summary>
    public bool Names(OnCallList other) => Written(People) == Written(other.People);

    private static string Written(IReadOnlyList<OnCallPerson> people) => JsonSerializer.Serialize(people, WorkflowJson.Options);
}

/// <summary>OPM's approval of a list.</summary>
/// <param name="By">Who approved it: a person's name and office.</param>
/// <param name="On">The day on which they did.</param>
/// <param name="At">When it was entered here, and in force.</param>
/// <param name="KeyId">The access key of whoever entered it.</param>
public sealed record OnCallApproval(string By, DateOnly On, DateTimeOffset At, string KeyId);
