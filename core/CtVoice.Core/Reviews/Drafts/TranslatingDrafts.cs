using CtVoice.Core.Json;
using CtVoice.Core.Ledger;

namespace CtVoice.Core.Reviews.Drafts;

/// <summary>What agencies are advised in the languages of those who advised it, so that it can be read back to them.</summary>
public static class TranslatingDrafts
{
    /// <summary>A person translated the text that is released for the agencies, so that members can read it.</summary>
    public static Decided<WritingDrafts.Answer> Decide(
        Review review, int id, string language, string translator, string text, string tag, string keyId, DateTimeOffset now)
    {
        if (WritingDrafts.Refusal(review, id, tag) is { } refusal)
            return WritingDrafts.Not(refusal);
        var draft = review.Drafting.Find(id)!;
        var faults = new List<Fault>();
        if (draft.Release is null)
            faults.Add(new("", "Release the text for the agencies first; its translation says the same."));
        if (language == WritingDrafts.Language || !ReleasingTexts.Needed(review).Contains(language))
            faults.Add(new("/language", "Nobody on this panel is asked in that language."));
        if (translator.Trim().Length is 0 or > 200)
            faults.Add(new("/translator", "Name the person who translated."));
        if (text.Trim().Length is 0 or > WritingDrafts.Longest)
            faults.Add(new("/text", "A translation has 1 to 2,000 characters."));
        else if (OwnLife.In(text) is { FirstPerson.Count: > 0 } own)
            faults.Add(new("/text", own.Reason!));
        if (faults.Count > 0)
            return WritingDrafts.Refused(faults);
        var content = $"{WritingDrafts.Key(id, draft.Version + 1)}|{language}";
        var translated = draft with
        {
            Version = draft.Version + 1,
            Translations =
            [
                .. draft.Translations.Where(t => t.Language != language).Append(new(language, translator.Trim(), keyId, now, content))
                    .OrderBy(t => t.Language, StringComparer.Ordinal),
            ],
        };
        return WritingDrafts.Done(id, new(now, review with { Drafting = review.Drafting.With(translated) }, LedgerDraft.Of(
            "recommendation-translated", Actor.Coordinator(keyId), ("draft", id), ("language", language)) with
        { Contents = [content] })
        {
            Contents = [new(content, text.Trim())],
            Effects = WritingDrafts.WakeReaders(review),
        });
    }
}
