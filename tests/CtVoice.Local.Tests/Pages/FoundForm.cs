using AngleSharp.Html.Dom;

namespace CtVoice.Local.Tests.Pages;

/// <summary>A form as it stood on a page.</summary>
/// <param name="Page">Path of the page.</param>
/// <param name="Action">Where it is sent.</param>
/// <param name="Id">Its name on the page.</param>
/// <param name="Fields">What a browser sends when nothing is typed: the last of choices that have no first one,
/// and the first button.</param>
/// <param name="Typed">Fields into which something can be typed.</param>
/// <param name="Words">Those of them that take words.</param>
internal sealed record FoundForm(
    string Page, string Action, string Id, IReadOnlyList<KeyValuePair<string, string>> Fields, IReadOnlyList<string> Typed,
    IReadOnlyList<string> Words)
{
    /// <summary>The same form of another review, member or number is not another form.</summary>
    internal string Shape =>
        $"{SitePages.ShapeOf(Action)}#{string.Join('-', Id.Split('-').Select(part => part.Any(char.IsAsciiDigit) ? "*" : part))}";

    /// <summary>The same with other fields in place of its own.</summary>
    internal IEnumerable<KeyValuePair<string, string>> With(params (string Name, string Value)[] others) =>
        Fields.Where(f => others.All(o => o.Name != f.Key)).Concat(others.Select(o => KeyValuePair.Create(o.Name, o.Value)));

    internal static FoundForm Of(string page, IHtmlFormElement form)
    {
        var inputs = form.Elements.OfType<IHtmlInputElement>().Where(i => i.Name is { Length: > 0 }).ToList();
        var typed = inputs.Where(i => i.Type is not ("hidden" or "radio" or "checkbox" or "file"));
        var areas = form.Elements.OfType<IHtmlTextAreaElement>().Select(a => a.Name).OfType<string>().ToList();
        var words = typed.Where(i => i.Type is "text" or "search" && i.GetAttribute("inputmode") is null
            && i.GetAttribute("pattern") is null);
        var fields = form.Held()
            .Select(f =>
                f.Value.Length == 0 && form.Elements.OfType<IHtmlSelectElement>().FirstOrDefault(s => s.Name == f.Key) is { } select
            ? KeyValuePair.Create(f.Key, select.Options[^1].Value)
            : f).ToList();
        fields.AddRange(inputs.Where(i => i.Type is "radio").GroupBy(i => i.Name!).Where(group => !group.Any(i => i.IsChecked))
            .Select(group => KeyValuePair.Create(group.Key, group.Last().Value)));
        if (form.QuerySelectorAll("button").FirstOrDefault(b => b.GetAttribute("name") is not null) is { } button)
            fields.Add(new(button.GetAttribute("name")!, button.GetAttribute("value") ?? ""));
        return new(
            page, form.QuerySelector("button[formaction]")?.GetAttribute("formaction") ?? form.GetAttribute("action")!, form.Id
                ?? "", fields,
            [.. typed.Select(i => i.Name!), .. areas], [.. words.Select(i => i.Name!), .. areas]);
    }
}
