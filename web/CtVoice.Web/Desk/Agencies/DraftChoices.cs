using System.Text.Json;
using CtVoice.Core.Json;
using CtVoice.Core.Projects;
using CtVoice.Web.Desk.Components;

namespace CtVoice.Web.Desk.Agencies;

/// <summary>What the form of a project offers where there is something to choose: each as programs write it, and in words.</summary>
internal static class DraftChoices
{
    internal static readonly Choice Unsaid = new("", "Not said yet");

    internal static readonly Choice[] Kinds =
    [
        new("initial", "A new project"),
        new("modification", "A change to a project that was reviewed", "Residents are shown what changes."),
        new("continuation", "The same project for another term"), new("publication-check", "Results that are about to be published"),
    ];

    internal static readonly Choice[] Uses =
        [Unsaid, new("query", "It is analyzed"), new("link", "It only links records, and is dropped then")];
    internal static readonly Choice[] Levels =
        [new("aggregate", "Totals only"), new("unit", "A record for each person"),
        new("both", "Records for the analysis, totals for the rest")];
    internal static readonly Choice[] Bases =
        [new("combined-question", "One question, several answers"), new("alone", "Only people who gave one race"),
        new("alone-or-in-combination", "A race alone or with others")];
    internal static readonly Choice[] Programmes =
    [
        new("benefits", "On benefits"), new("poverty", "In poverty"), new("child-welfare", "In child welfare"),
        new("custody", "In custody"), new("homeless", "Without a home"),
    ];
    internal static readonly Choice[] Risks =
        [Unsaid, new("none", "None"), new("low", "Low"), new("medium", "Medium"), new("high", "High")];
    internal static readonly Choice[] YesNo = [new("false", "No"), new("true", "Yes", "Say how below.")];
    internal static readonly Choice[] Linked = [new("false", "No"), new("true", "Yes")];
    internal static readonly Choice[] Answers = [new("choice", "With a digit, and words if they want"), new("open", "In their own words")];
    internal static readonly Choice[] Topics =
        [.. Enum.GetValues<LearningAgendaTopic>().Select(t => new Choice(Named(t), ReviewWords.Plain(t)))];
    internal static readonly Choice[] Ready =
        [new("", "My own question"), .. ReadyQuestions.Shipped.Questions.Select(q => new Choice(q.Id, q.Text["en"]))];
    internal static readonly Choice[] Agencies =
        [new("", "Choose an agency"), .. AgencyDirectory.Shipped.All.Select(a => new Choice(a.Code, $"{a.Name} ({a.Code})"))];

    internal static string Named<T>(T value)
        where T : struct, Enum =>
            JsonSerializer.SerializeToElement(value, WorkflowJson.Options).GetString()!;
}
