using System.Text.Json;
using CtVoice.Core.Json;

namespace CtVoice.Core.Projects;

/// <summary>A version of the ready-made open questions that a project may ask by their id.</summary>
/// <param name="Version">Its id.</param>
/// <param name="Source">Where the questions come from.</param>
/// <param name="Date">The day of this version.</param>
/// <param name="Questions">The questions in order.</param>
public sealed record ReadyQuestions(string Version, string Source, DateOnly Date, IReadOnlyList<ReadyQuestion> Questions)
{
    /// <summary>The four AISP questions: legal, ethical, a good idea, how we know and who decides.</summary>
    public static ReadyQuestions Shipped { get; } = LoadShipped();

    /// <summary>Reads questions in the shape of <c>ready-questions.json</c>; throws <see cref="JsonException"/> on another shape.</summary>
    public static ReadyQuestions Read(Stream json) =>
        JsonSerializer.Deserialize<ReadyQuestions>(json, WorkflowJson.Options)
            ?? throw new JsonException("The file of questions is empty.");

    /// <summary>The question of that id, or null.</summary>
    public ReadyQuestion? Find(string id) => Questions.FirstOrDefault(q => q.Id == id);

    /// <summary>The question in its own words: a ready-made one is replaced by its text, any other comes back as it is.</summary>
    /// <exception cref="ArgumentException">Nobody knows the ready-made question; the intake check says so before.</exception>
    public ResidentQuestion Spell(ResidentQuestion question)
    {
        if (question.Ready is not { } id)
            return question;
        var ready = Find(id) ?? throw new ArgumentException($"There is no ready-made question '{id}'.");
        return question with { Kind = QuestionKind.Open, Text = ready.Text };
    }

    private static ReadyQuestions LoadShipped()
    {
        using var stream = ShippedData.Open("ready-questions.json");
        return Read(stream);
    }
}

/// <summary>One ready-made open question.</summary>
/// <param name="Id">For example <c>aisp-legal</c>.</param>
/// <param name="Text">The question by language code.</param>
public sealed record ReadyQuestion(string Id, IReadOnlyDictionary<string, string> Text);
