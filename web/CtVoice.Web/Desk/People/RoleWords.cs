using CtVoice.Core.Projects;
using CtVoice.Web.Desk.Components;

namespace CtVoice.Web.Desk.People;

/// <summary>What somebody may do, in words.</summary>
internal static class RoleWords
{
    internal static IReadOnlyList<Choice> All { get; } =
    [
        new("agency", "Agency", "Sends in projects and answers advice, for one agency; sees nothing of another."),
        new("coordinator", "Coordinator", "Everything but who looked at what."),
        new("deputy", "Deputy", "The coordinator’s work, without keys, rules, payments and the destruction of words."),
        new("auditor", "Auditor", "Reads who saw and did what; changes nothing."),
        new("read-only", "Read only", "Reads what staff may read; changes nothing."),
    ];

    internal static IReadOnlyList<Choice> Agencies { get; } =
        [new("", "None"), .. AgencyDirectory.Shipped.All.Select(a => new Choice(a.Code, a.Name))];

    internal static string Of(Role role, string? agency) => role switch
    {
        Role.Agency => ReviewWords.Agency(agency!),
        Role.ReadOnly => "Read only",
        _ => role.ToString(),
    };
}
