using System.Text.RegularExpressions;

namespace CtVoice.Infra.Tests;

/// <summary>A parameter of a file, with the names of its decorators.</summary>
internal sealed record BicepParameter(string Name, bool Required, IReadOnlyList<string> Decorators)
{
    public bool Secure => Decorators.Contains("secure");
}

internal sealed record BicepOutput(string Name, string Text, IReadOnlyList<string> Decorators);

/// <summary>A use of another file: its path from the root, and the parameters passed.</summary>
internal sealed record BicepModule(string Name, string Path, IReadOnlyList<string> Passed);

internal sealed record BicepResource(string Name, string Type, string Text, IReadOnlyList<string> Properties);

/// <summary>What a file declares, read off its tree.</summary>
internal sealed partial class BicepFile(string path, string text, BicepNode tree)
{
    public string Path => path;

    public string Text => text;

    /// <summary>The nodes that the parser could not place, as line and text.</summary>
    public IEnumerable<string> Faults => tree.All().Where(n => n.Broken)
        .Select(n => $"{path}({1 + text.AsSpan(0, n.Start).Count('\n')}): {TextOf(n)}");

    public IReadOnlyList<BicepParameter> Parameters => [.. Decorated("parameter_declaration").Select(d => new BicepParameter(
        NameOf(d.Node),
        // A name and a type; a default is a third part. A type that ends with a question mark needs no value.
        d.Node.Children.Count == 2 && !TextOf(d.Node).EndsWith('?'),
        d.Decorators))];

    public IReadOnlyList<BicepOutput> Outputs =>
        [.. Decorated("output_declaration").Select(d => new BicepOutput(NameOf(d.Node), TextOf(d.Node), d.Decorators))];

    public IReadOnlyList<BicepModule> Modules => [.. tree.All().Where(n => n.Type == "module_declaration").Select(n => new BicepModule(
        NameOf(n),
        System.IO.Path.GetDirectoryName(path)!.Replace('\\', '/') + "/" + Unquoted(n.Of("string").First()),
        [.. Body(n).Of("object_property").Where(p => KeyOf(p) == "params").SelectMany(p => Keys(p.Of("object").Single()))]))];

    public IReadOnlyList<BicepResource> Resources =>
        [.. tree.All().Where(n => n.Type == "resource_declaration").Select(n => new BicepResource(
        NameOf(n), Unquoted(n.Of("string").First()), TextOf(n), [.. Keys(Body(n))]))];

    /// <summary>Each <c>module.outputs.name</c> that is read, safely or not.</summary>
    public IEnumerable<(string Module, string Output)> OutputsRead => OutputOfModule().Matches(text)
        .Select(m => (m.Groups["module"].Value, m.Groups["output"].Value));

    /// <summary>Variables that are objects, with their keys and the text of each value.</summary>
    public IReadOnlyDictionary<string, IReadOnlyDictionary<string, string>> Objects => tree.All()
        .Where(n => n.Type == "variable_declaration" && n.Children.Any(c => c.Type == "object"))
        .ToDictionary(NameOf, n => (IReadOnlyDictionary<string, string>)n.Of("object").Single().Of("object_property")
            .ToDictionary(KeyOf, p => TextOf(p.Children[^1])));

    private IEnumerable<(BicepNode Node, IReadOnlyList<string> Decorators)> Decorated(string type)
    {
        var previous = default(BicepNode);
        foreach (var node in tree.Children.Where(n => n.Type != "comment"))
        {
            if (node.Type == type)
                yield return (node, [.. previous is { Type: "decorators" } ? previous.Of("decorator").Select(DecoratorName) : []]);
            previous = node;
        }
    }

    private string DecoratorName(BicepNode decorator) => TextOf(decorator).TrimStart('@').Split('(')[0];

    private string NameOf(BicepNode declaration) => TextOf(declaration.Of("identifier").First());

    private IEnumerable<string> Keys(BicepNode body) => body.Of("object_property").Select(KeyOf);

    private string KeyOf(BicepNode property) => TextOf(property.Children[0]).Trim('\'');

    private string Unquoted(BicepNode literal) => TextOf(literal).Trim('\'');

    private string TextOf(BicepNode node) => text[node.Start..node.End];

    /// <summary>The object of a declaration, that of each round or of a condition included.</summary>
    private static BicepNode Body(BicepNode declaration) => declaration.All().First(n => n.Type == "object");

    [GeneratedRegex(@"(?<module>\w+)\.\??outputs\.\??(?<output>\w+)")]
    private static partial Regex OutputOfModule();
}
