"""The form of generated code without its names and texts: what each name stands for, in no order.

A name is what Python finds for it: a builtin, an import of ours, an argument, an attribute of the class,
something of the module. So two packages that differ only in names are equal, and a name of the document that
takes the place of a word of ours makes a difference.
"""

import ast
import builtins
from collections import Counter
from collections.abc import Iterator, Mapping
from functools import cache

from generator.writing.templates import template_root

# Whose attributes are the document's names.
NAMED = frozenset({"..:models", "..:params", ".:models", ".:params", "operations"})
# Modules of ours that are made for each document.
OURS = frozenset({"models", "params", "_settings"})


def canonical(files: Mapping[str, bytes]) -> Counter[tuple[str, str]]:
    """Return the forms of the statements of all rendered modules of a package, by their folders."""
    found: Counter[tuple[str, str]] = Counter()
    for path, content in files.items():
        if path.endswith(".py") and not _is_copied(path):
            tree = ast.parse(content)
            form = _Form(_bindings(tree, path))
            found.update((path.rpartition("/")[0], text) for text in form.statements(tree.body, ()))
    return found


@cache
def _is_copied(path: str) -> bool:
    return (template_root() / path.replace("_sync/", "_async/")).exists()


def _bindings(tree: ast.Module, path: str) -> dict[str, str]:
    """Return what each global name of a module stands for."""
    found: dict[str, str] = {}
    for node in _statements(tree.body):
        match node:
            case ast.Import(names=aliases):
                found |= {
                    item.asname or item.name.partition(".")[0]: f"module {item.name}" for item in aliases
                }
            case ast.ImportFrom(names=aliases):
                found |= {item.asname or item.name: _imported(node, item, path) for item in aliases}
            case _:
                pass
    for statement in tree.body:
        found |= dict.fromkeys(_defined(statement), "global")
    return found


def _statements(body: list[ast.stmt]) -> Iterator[ast.stmt]:
    """Yield all statements, those inside of others too."""
    for statement in body:
        yield statement
        yield from _statements(getattr(statement, "body", []))


def _imported(node: ast.ImportFrom, alias: ast.alias, path: str) -> str:
    """Return what is imported: a name of ours, or something that the document has."""
    if alias.asname == "operations":
        return "operations"
    module = f"{'.' * node.level}{node.module or ''}"
    if not node.level:
        return f"{module}:{alias.name}"
    folders = path.split("/")[: -node.level]
    inside = "/".join([*folders, *(node.module or "").split(".")]).strip("/")
    candidates = (f"{inside}.py", f"{inside}/{alias.name}.py".strip("/"), f"{inside}/__init__.py")
    is_ours = any(_is_copied(candidate) for candidate in candidates) or alias.name in OURS
    return f"{module}:{alias.name}" if is_ours else "document"


def _defined(statement: ast.stmt) -> Iterator[str]:
    match statement:
        case ast.ClassDef(name=name) | ast.FunctionDef(name=name) | ast.AsyncFunctionDef(name=name):
            yield name
        case ast.Assign(targets=targets):
            yield from (target.id for target in targets if isinstance(target, ast.Name))
        case ast.AnnAssign(target=ast.Name(id=name)):
            yield name
        case _:
            pass


class _Form:
    """Writes code down; `scopes` are what the functions and classes around it define, the innermost last."""

    def __init__(self, bindings: Mapping[str, str]) -> None:
        self._bindings = bindings

    def statements(self, body: list[ast.stmt], scopes: tuple[dict[str, str], ...]) -> list[str]:
        """Return the forms of statements."""
        return [text for statement in body for text in self._statement(statement, scopes)]

    def _statement(self, node: ast.stmt, scopes: tuple[dict[str, str], ...]) -> list[str]:
        match node:
            case ast.Import() | ast.ImportFrom() | ast.Pass() | ast.Expr(value=ast.Constant()):
                return []
            case ast.If(test=ast.Name(id="TYPE_CHECKING")):
                return self.statements(node.body, scopes)
            case ast.ClassDef():
                return [self._class(node, scopes)]
            case ast.FunctionDef() | ast.AsyncFunctionDef():
                return [self._function(node, scopes)]
            case ast.AnnAssign():
                value = "" if node.value is None else self._of(node.value, scopes)
                value = "" if value == "field()" else value.removeprefix("field(").removesuffix(")")
                return [f"N: {self._annotation(node.annotation, scopes)} = {value}"]
            case _:
                return [self._of(node, scopes)]

    def _class(self, node: ast.ClassDef, scopes: tuple[dict[str, str], ...]) -> str:
        own: dict[str, str] = {}
        inner = []
        # A class is made from top to bottom: names are there once they were defined.
        for statement in node.body:
            around = (*scopes, {"": "class", **own})
            inner += self._statement(statement, around)
            own |= dict.fromkeys(_defined(statement), "attribute")
        bases = [self._of(base, scopes).replace("CamelModel", "Model") for base in node.bases]
        return f"class({bases}): {sorted(inner)}"

    def _function(
        self, node: ast.FunctionDef | ast.AsyncFunctionDef, scopes: tuple[dict[str, str], ...]
    ) -> str:
        arguments = [*node.args.args, *node.args.kwonlyargs]
        local = {arg.arg: "argument" for arg in arguments}
        local |= {name: f"local {name}" for part in node.body for name in _stored(part)}
        name = node.name if node.name.startswith("_") else "N"
        # Functions do not see the names of the class around them.
        inner = (*(scope for scope in scopes if "" not in scope), local)
        body = [text for part in node.body for text in self._statement(part, inner)]
        keywords = sorted(
            f"{self._argument(arg, scopes)} = {self._of(default, scopes) if default else ''}"
            for arg, default in zip(node.args.kwonlyargs, node.args.kw_defaults, strict=True)
        )
        positional = [self._argument(arg, scopes) for arg in node.args.args]
        defaults = [self._of(item, scopes) for item in node.args.defaults]
        decorators = [self._of(item, scopes) for item in node.decorator_list]
        returns = self._annotation(node.returns, scopes)
        kind = type(node).__name__
        return f"{decorators} {kind} {name}({positional}, {defaults}, {keywords}) -> {returns}: {body}"

    def _argument(self, node: ast.arg, scopes: tuple[dict[str, str], ...]) -> str:
        return self._annotation(node.annotation, scopes)

    def _annotation(self, node: ast.expr | None, scopes: tuple[dict[str, str], ...]) -> str:
        match node:
            case None:
                return ""
            case ast.Constant(value=str(text)):
                return self._of(ast.parse(text, mode="eval").body, scopes)
            case _:
                return self._of(node, scopes)

    def _of(self, node: ast.AST, scopes: tuple[dict[str, str], ...]) -> str:
        match node:
            case ast.Name(ctx=ast.Store()):
                return "N"
            case ast.Name(id=name):
                return self._found(name, scopes)
            case ast.Constant(value=str()):
                return "S"
            case ast.Constant(value=value):
                return repr(value)
            case ast.Attribute(value=value, attr=attribute):
                owner = self._of(value, scopes)
                if owner == "module builtins":
                    return f"builtin {attribute}"
                return f"{owner}.{'N' if owner in NAMED else attribute}"
            case ast.BinOp(op=ast.BitOr()):
                return f"union({sorted(self._of(part, scopes) for part in _parts(node))})"
            case ast.Dict(keys=keys, values=values):
                pairs = zip(keys, values, strict=True)
                texts = (
                    f"{key and self._of(key, scopes)}: {self._of(value, scopes)}" for key, value in pairs
                )
                return f"dict({sorted(texts)})"
            case ast.Tuple(elts=items) | ast.List(elts=items) | ast.Set(elts=items):
                return f"{type(node).__name__}({sorted(self._of(item, scopes) for item in items)})"
            case ast.ListComp() | ast.SetComp() | ast.DictComp() | ast.GeneratorExp():
                own = {name: "own" for part in node.generators for name in _stored(part.target)}
                inner = [self._of(child, (*scopes, own)) for child in ast.iter_child_nodes(node)]
                return f"{type(node).__name__}({', '.join(inner)})"
            case ast.Call(func=function, args=args, keywords=keywords):
                return self._call(self._of(function, scopes), args, keywords, scopes)
            case _:
                inner = [self._of(child, scopes) for child in ast.iter_child_nodes(node)]
                return f"{type(node).__name__}({', '.join(inner)})"

    def _call(
        self,
        function: str,
        args: list[ast.expr],
        keywords: list[ast.keyword],
        scopes: tuple[dict[str, str], ...],
    ) -> str:
        if function == "pydantic:Field":  # a name on the wire that the field's name does not give
            values = [self._of(item.value, scopes) for item in keywords if item.arg == "default"]
            return f"field({''.join(values)})"
        # A name that is not in ASCII gives no environment variable, and one of the wire's needs no telling.
        told = (item for item in keywords if item.arg not in {"environment", "named"})
        named = sorted(f"{item.arg}={self._of(item.value, scopes)}" for item in told)
        return f"{function}({[self._of(arg, scopes) for arg in args]}, {named})"

    def _found(self, name: str, scopes: tuple[dict[str, str], ...]) -> str:
        for scope in reversed(scopes):
            if name in scope:
                return scope[name]
        if name in self._bindings:
            return self._bindings[name]
        return f"builtin {name}" if hasattr(builtins, name) else f"nothing {name}"


def _stored(node: ast.AST) -> Iterator[str]:
    """Yield the names that code assigns, but for those that are a comprehension's own."""
    match node:
        case ast.Name(id=name, ctx=ast.Store()):
            yield name
        case ast.ListComp() | ast.SetComp() | ast.DictComp() | ast.GeneratorExp():
            return
        case _:
            for child in ast.iter_child_nodes(node):
                yield from _stored(child)


def _parts(node: ast.expr) -> Iterator[ast.expr]:
    if isinstance(node, ast.BinOp) and isinstance(node.op, ast.BitOr):
        yield from _parts(node.left)
        yield from _parts(node.right)
    else:
        yield node
