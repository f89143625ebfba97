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
        var fields = new List<KeyValuePair<string, string>>();
        var (typed, words) = (new List<string>(), new List<string>());
        foreach (var element in form.Elements.Where(e => e.GetAttribute("name") is { Length: > 0 }))
        {
            var name = element.GetAttribute("name")!;
            switch (element)
            {
                case IHtmlInputElement { Type: "radio", IsChecked: false } radio
                    when form.Elements.OfType<IHtmlInputElement>().Where(e => e.Name == name) is var group
                    && !group.Any(e => e.IsChecked) && group.Last() == radio:
                    fields.Add(new(name, radio.Value));
                    break;
                case IHtmlInputElement { Type: "radio" or "checkbox", IsChecked: false } or IHtmlInputElement { Type: "file" }
                    or IHtmlButtonElement:
                    break;
                case IHtmlInputElement input:
                    fields.Add(new(name, input.Value));
                    if (input.Type is not ("hidden" or "radio" or "checkbox"))
                        typed.Add(name);
                    if (input.Type is "text" or "search" && input.GetAttribute("inputmode") is null
                        && input.GetAttribute("pattern") is null)
                        words.Add(name);
                    break;
                case IHtmlTextAreaElement area:
                    fields.Add(new(name, area.Value));
                    typed.Add(name);
                    words.Add(name);
                    break;
                case IHtmlSelectElement select:
                    fields.Add(new(name, select.Value is { Length: > 0 } chosen ? chosen : select.Options[^1].Value));
                    break;
                default:
                    break;
            }
        }
        var button = form.QuerySelectorAll("button").FirstOrDefault(b => b.GetAttribute("name") is not null);
        if (button is not null)
            fields.Add(new(button.GetAttribute("name")!, button.GetAttribute("value") ?? ""));
        return new(page, form.QuerySelector("button[formaction]")?.GetAttribute("formaction") ?? form.GetAttribute("action")!, form.Id
            ?? "", fields, typed, words);
    }
}
