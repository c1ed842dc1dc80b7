/** Keeps what was worked out for a tree as long as the tree is kept: many policies inherit the same one. */

/** `make`, worked out once for each tree; nothing (`undefined`) is not kept, and worked out again. */
export const remember = <Tree extends object, Made>(make: (tree: Tree) => Made): ((tree: Tree) => Made) => {
  const known = new WeakMap<Tree, Made>()
  return (tree) => {
    const before = known.get(tree)
    if (before !== undefined) return before
    const made = make(tree)
    if (made !== undefined) known.set(tree, made)
    return made
  }
}

/** `make`, worked out once for each pair of trees. */
export const rememberPair = <Tree extends object, Other extends object, Made>(
  make: (tree: Tree, other: Other) => Made
): ((tree: Tree, other: Other) => Made) => {
  const of = remember((tree: Tree) => remember((other: Other) => make(tree, other)))
  return (tree, other) => of(tree)(other)
}
